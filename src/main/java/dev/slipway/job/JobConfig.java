package dev.slipway.job;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "slipway.jobs")
interface JobConfig {

    /// Whether this node works at all. One that does not leaves its work to the others.
    @WithDefault("true")
    boolean enabled();

    /// How many pieces of work run at once on this node.
    @WithDefault("4")
    int threads();

    /// How often the table is asked for due work that another node enqueued or that was
    /// delayed.
    @WithDefault("1s")
    Duration pollingInterval();

    /// How often running work says that it lives; after four missed ones another node takes it
    /// over.
    @WithDefault("2s")
    Duration heartbeat();

    /// How long a stopping server waits for running work.
    @WithDefault("20s")
    Duration shutdownWait();
}
