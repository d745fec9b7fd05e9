package dev.slipway.processing;

import dev.slipway.image.ImageEngine;
import dev.slipway.image.ImageLimits;
import dev.slipway.image.imgscalr.ImgscalrEngine;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/// Makes the engine that renders, when the server starts: one that is configured and does not
/// work here stops the start.
final class Engines {

    private static final Logger LOG = Logger.getLogger(Engines.class);

    @Startup
    @Produces
    @Singleton
    ImageEngine engine(ImageConfig config, ImageMemory memory) {
        var limits =
                new ImageLimits(
                        config.maxPixels(),
                        config.maxProgressivePixels(),
                        config.maxFrames(),
                        memory.bytes());
        var engine = choose(config.engine(), limits);
        LOG.info(new EngineText(engine.capabilities()).sentence());
        return engine;
    }

    private static ImageEngine choose(ImageConfig.Choice choice, ImageLimits limits) {
        return switch (choice) {
            case AUTO, IMGSCALR -> new ImgscalrEngine(limits);
            case LIBVIPS, JDK ->
                    throw new IllegalStateException(
                            "slipway.images.engine: there is no " + choice + " here");
        };
    }
}
