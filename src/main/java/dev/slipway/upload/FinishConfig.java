package dev.slipway.upload;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "slipway.finish")
interface FinishConfig {

    /// How long a finish waits for the verification before it answers 202 and lets a job go on.
    @WithDefault("10s")
    Duration budget();
}
