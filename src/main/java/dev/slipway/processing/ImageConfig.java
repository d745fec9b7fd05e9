package dev.slipway.processing;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

@ConfigMapping(prefix = "slipway.images")
interface ImageConfig {

    /// Pictures with more pixels are refused by their header.
    @WithDefault("100000000")
    long maxPixels();

    /// The heap that all pictures in work may take together; half of it all when not set.
    Optional<MemorySize> memory();
}
