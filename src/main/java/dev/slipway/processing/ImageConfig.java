package dev.slipway.processing;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

@ConfigMapping(prefix = "slipway.images")
interface ImageConfig {

    /// What renders pictures; `auto` is the fastest that works here.
    @WithDefault("auto")
    Choice engine();

    /// Pictures with more pixels are refused by their header.
    @WithDefault("100000000")
    long maxPixels();

    /// The same for progressive pictures, which have to be held whole.
    @WithDefault("50000000")
    long maxProgressivePixels();

    /// Animations of more frames are refused where they are to be kept.
    @WithDefault("500")
    int maxFrames();

    /// The heap that all pictures in work may take together; half of it all when not set.
    Optional<MemorySize> memory();

    enum Choice {
        AUTO,
        LIBVIPS,
        JDK,
        IMGSCALR
    }
}
