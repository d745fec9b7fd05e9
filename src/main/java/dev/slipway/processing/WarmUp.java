package dev.slipway.processing;

import dev.slipway.image.Fit;
import dev.slipway.image.ImageEngine;
import dev.slipway.image.ImageHeader;
import dev.slipway.image.Rendered;
import dev.slipway.image.VariantPlan;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.jboss.logging.Logger;

/// Renders a picture of its own in the background once the server has started: what is loaded and
/// compiled at first use would otherwise be waited for by whoever brings the first photo.
@Singleton
final class WarmUp {

    private static final Logger LOG = Logger.getLogger(WarmUp.class);
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1200;
    private static final List<VariantPlan> PLANS =
            List.of(
                    VariantPlan.of("large", Fit.WIDTH, 800),
                    VariantPlan.of("small", Fit.WIDTH, 300));

    private final ImageEngine engine;
    private final ImageConfig config;

    WarmUp(ImageEngine engine, ImageConfig config) {
        this.engine = engine;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (config.warmUp()) {
            Thread.ofPlatform().daemon().name("warm-up-images").start(this::runOrSay);
        }
    }

    private void runOrSay() {
        try {
            LOG.debugf("warmed up with %d pictures", run());
        } catch (RuntimeException e) {
            LOG.warn("the rendering of pictures could not be tried", e);
        }
    }

    /// How many pictures were made.
    int run() {
        try (var folder = new WorkFolder()) {
            var source = folder.original();
            ImageIO.write(picture(), "jpeg", source.toFile());
            return engine.inspect(source, PLANS) instanceof ImageHeader header
                            && engine.render(source, header, PLANS, folder.path(), made -> {})
                                    instanceof Rendered rendered
                    ? rendered.variants().size()
                    : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage picture() {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        for (var y = 0; y < HEIGHT; y++) {
            for (var x = 0; x < WIDTH; x++) {
                picture.setRGB(x, y, x * y);
            }
        }
        return picture;
    }
}
