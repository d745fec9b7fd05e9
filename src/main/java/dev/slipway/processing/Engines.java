package dev.slipway.processing;

import dev.slipway.image.ImageEngine;
import dev.slipway.image.ImageLimits;
import dev.slipway.image.imgscalr.ImgscalrEngine;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Makes the engine that renders.
final class Engines {

    @Produces
    @Singleton
    ImageEngine engine(ImageConfig config, ImageMemory memory) {
        return new ImgscalrEngine(
                new ImageLimits(
                        config.maxPixels(),
                        config.maxProgressivePixels(),
                        config.maxFrames(),
                        memory.bytes()));
    }
}
