package dev.slipway.caller;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

@ConfigMapping(prefix = "slipway")
interface AddressConfig {

    /// The address under which browsers reach this server; every URL in an answer begins with
    /// it.
    @WithDefault("http://localhost:8080")
    URI publicUrl();
}
