package dev.slipway.storage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "slipway")
interface StorageConfig {

    /// Where bytes live: `local` (a directory) or `s3`.
    @WithDefault("local")
    String storage();
}
