package dev.slipway.upload;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "slipway.upload")
interface StartConfig {

    /// How long an identical start of the same owner answers the pending file of the one before;
    /// 0 is off.
    @WithDefault("0s")
    Duration reuseWindow();

    /// Until when after its start an upload can be renewed.
    @WithDefault("24h")
    Duration maxLifetime();
}
