package dev.slipway.processing;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "slipway.images")
interface ImageConfig {

    /// What renders pictures; `auto` is the fastest that works here.
    @WithDefault("auto")
    Choice engine();

    /// Where libvips is, if not where the system keeps its libraries.
    Optional<Path> library();

    /// What rendering one picture may take.
    @WithDefault("60s")
    Duration timeLimit();

    /// Whether the engine renders a picture of its own after the start, so that the first photo
    /// does not wait for what is loaded and compiled at first use.
    @WithDefault("true")
    boolean warmUp();

    /// How many files a minute have their pictures made again when that is asked for a profile.
    @WithDefault("300")
    int reprocessPerMinute();

    /// Pictures with more pixels are refused by their header.
    @WithDefault("100000000")
    long maxPixels();

    /// The same for progressive pictures, which have to be held whole.
    @WithDefault("50000000")
    long maxProgressivePixels();

    /// Animations of more frames are refused where they are to be kept.
    @WithDefault("500")
    int maxFrames();

    /// What all pictures in work may take together; when not set, half of the heap, or with
    /// libvips, which works outside of it, half of what it leaves.
    Optional<MemorySize> memory();

    enum Choice {
        AUTO,
        LIBVIPS,
        JDK,
        IMGSCALR
    }
}
