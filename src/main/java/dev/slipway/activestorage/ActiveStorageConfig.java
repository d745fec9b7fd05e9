package dev.slipway.activestorage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "slipway.active-storage")
interface ActiveStorageConfig {

    /// Whether pages may bring files with `@rails/activestorage`.
    @WithDefault("false")
    boolean enabled();
}
