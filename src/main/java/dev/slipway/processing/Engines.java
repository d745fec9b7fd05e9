package dev.slipway.processing;

import dev.slipway.image.ImageEngine;
import dev.slipway.image.ImageLimits;
import dev.slipway.image.imgscalr.ImgscalrEngine;
import dev.slipway.image.jdk.JdkEngine;
import dev.slipway.image.libvips.FindLibvips;
import dev.slipway.image.libvips.UnusableLibvips;
import dev.slipway.image.libvips.UsableLibvips;
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
        var engine = choose(config, limits);
        LOG.info(new EngineText(engine.capabilities()).sentence());
        return engine;
    }

    private static ImageEngine choose(ImageConfig config, ImageLimits limits) {
        return switch (config.engine()) {
            case IMGSCALR -> new ImgscalrEngine(limits, config.timeLimit());
            case JDK -> new JdkEngine(limits, config.timeLimit());
            case LIBVIPS ->
                    switch (FindLibvips.at(config.library())) {
                        case UsableLibvips vips -> vips.engine(limits, config.timeLimit());
                        case UnusableLibvips(var reason) ->
                                throw new IllegalStateException(
                                        "slipway.images.engine is libvips, but: " + reason);
                    };
            case AUTO ->
                    switch (FindLibvips.at(config.library())) {
                        case UsableLibvips vips -> vips.engine(limits, config.timeLimit());
                        case UnusableLibvips(var reason) -> {
                            LOG.warnf("%s The portable engine renders instead.", reason);
                            yield new JdkEngine(limits, config.timeLimit());
                        }
                    };
        };
    }
}
