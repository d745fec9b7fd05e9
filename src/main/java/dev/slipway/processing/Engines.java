package dev.slipway.processing;

import dev.slipway.image.ImageEngine;
import dev.slipway.image.ImgscalrEngine;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Makes the engine that renders.
final class Engines {

    @Produces
    @Singleton
    ImageEngine engine(ImageConfig config, ImageMemory memory) {
        return new ImgscalrEngine(config.maxPixels(), memory.bytes());
    }
}
