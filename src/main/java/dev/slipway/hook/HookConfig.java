package dev.slipway.hook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

@ConfigMapping(prefix = "slipway.hooks.storage")
interface HookConfig {

    /// What senders of events identify themselves with: one secret, or two while one replaces
    /// the other. Without any there is no hook.
    Optional<List<String>> secrets();

    /// Events from other buckets are ignored. Where no bucket is known, as with local storage,
    /// the key alone decides.
    @WithDefault("${slipway.s3.bucket:}")
    Optional<String> bucket();
}
