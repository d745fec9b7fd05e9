package dev.slipway.processing;

import dev.slipway.image.ImageEngine;
import dev.slipway.image.ImageLimits;
import dev.slipway.image.imgscalr.ImgscalrEngine;
import dev.slipway.image.jdk.JdkEngine;
import dev.slipway.image.libvips.FindLibvips;
import dev.slipway.image.libvips.UnusableLibvips;
import dev.slipway.image.libvips.UsableLibvips;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/// Makes the engine that renders, when the server starts: one that is configured and does not
/// work here stops the start.
final class Engines {

    private static final Logger LOG = Logger.getLogger(Engines.class);

    @Produces
    @Singleton
    ChosenEngine chosen(ImageConfig config) {
        var budget = ImageBudget.here();
        return switch (config.engine()) {
            case IMGSCALR ->
                    new ChosenEngine(
                            budget.inHeap(),
                            limits -> new ImgscalrEngine(limits, config.timeLimit()));
            case JDK -> jdk(config, budget);
            case LIBVIPS ->
                    switch (FindLibvips.at(config.library())) {
                        case UsableLibvips vips -> libvips(vips, config, budget);
                        case UnusableLibvips(var reason) ->
                                throw new IllegalStateException(
                                        "slipway.images.engine is libvips, but: " + reason);
                    };
            case AUTO ->
                    switch (FindLibvips.at(config.library())) {
                        case UsableLibvips vips -> libvips(vips, config, budget);
                        case UnusableLibvips(var reason) -> {
                            LOG.warnf("%s The portable engine renders instead.", reason);
                            yield jdk(config, budget);
                        }
                    };
        };
    }

    @Produces
    @Singleton
    ImageMemory memory(ImageConfig config, ChosenEngine chosen) {
        return new ImageMemory(
                config.memory().map(MemorySize::asLongValue).orElse(chosen.usualMemory()));
    }

    @Startup
    @Produces
    @Singleton
    ImageEngine engine(ImageConfig config, ImageMemory memory, ChosenEngine chosen) {
        var limits =
                new ImageLimits(
                        config.maxPixels(),
                        config.maxProgressivePixels(),
                        config.maxFrames(),
                        memory.bytes());
        var engine = chosen.within().apply(limits);
        LOG.info(new EngineText(engine.capabilities()).sentence());
        return engine;
    }

    private static ChosenEngine jdk(ImageConfig config, ImageBudget budget) {
        return new ChosenEngine(
                budget.inHeap(), limits -> new JdkEngine(limits, config.timeLimit()));
    }

    private static ChosenEngine libvips(
            UsableLibvips vips, ImageConfig config, ImageBudget budget) {
        return new ChosenEngine(
                budget.besideHeap(), limits -> vips.engine(limits, config.timeLimit()));
    }
}
