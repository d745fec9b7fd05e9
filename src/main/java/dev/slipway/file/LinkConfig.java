package dev.slipway.file;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "slipway.links")
interface LinkConfig {

    /// How long the addresses in an answer work at least; they stay the same for half of it.
    @WithDefault("1h")
    Duration expiry();
}
