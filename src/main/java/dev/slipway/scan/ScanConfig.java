package dev.slipway.scan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "slipway.scan")
interface ScanConfig {

    /// Who looks for malware before an upload becomes a file: `slipway.scan` itself is `none`,
    /// `clamd` or `http`.
    @WithParentName
    @WithDefault("none")
    String engine();

    Clamd clamd();

    Http http();

    /// ClamAV's daemon, over TCP.
    interface Clamd {

        @WithDefault("localhost")
        String host();

        @WithDefault("3310")
        int port();

        @WithDefault("2s")
        Duration connectTimeout();

        /// How long it may keep us waiting: for taking more bytes, and for its answer.
        @WithDefault("60s")
        Duration timeout();
    }

    /// Any other scanner, behind the small protocol of `scanner.md`.
    interface Http {

        /// Needed when `slipway.scan` is `http`.
        Optional<URI> url();

        /// Sent as a Bearer token, when there is one.
        Optional<String> token();

        @WithDefault("2s")
        Duration connectTimeout();

        /// How long it may keep us waiting: for taking more bytes, and for its answer.
        @WithDefault("60s")
        Duration timeout();
    }
}
