package dev.slipway.lifecycle;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

@ConfigMapping(prefix = "slipway")
interface LifecycleConfig {

    Reaper reaper();

    /// How often files whose time is over and old tombstones are looked for.
    @WithName("sweep.interval")
    @WithDefault("10m")
    Duration sweepInterval();

    /// How long before it goes by itself a file's end is announced.
    @WithName("retention.announce-before")
    @WithDefault("1d")
    Duration announceBefore();

    /// How long the rows of deleted, rejected and expired uploads stay.
    @WithName("tombstones.keep")
    @WithDefault("30d")
    Duration tombstonesKeep();

    interface Reaper {

        /// How often uploads that nobody finishes are looked for.
        @WithDefault("1m")
        Duration interval();

        /// How many of them are taken at once.
        @WithDefault("100")
        int batch();

        /// How many of them are looked at in parallel.
        @WithDefault("8")
        int parallel();

        /// How long a batch belongs to whoever took it.
        @WithDefault("5m")
        Duration lease();
    }
}
