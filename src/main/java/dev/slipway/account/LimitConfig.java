package dev.slipway.account;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

@ConfigMapping(prefix = "slipway.limits")
interface LimitConfig {

    /// How many uploads of one owner may be open at once.
    @WithDefault("100")
    int maxPending();

    /// How many bytes one owner may have, reserved ones and history included; without it any
    /// number.
    Optional<MemorySize> maxBytes();

    /// How many uploads one owner may start within a minute on each node; 0 is any number.
    @WithDefault("600")
    int startsPerMinute();
}
