package dev.slipway.image.libvips;

import dev.slipway.image.HostileImagesContract;
import dev.slipway.image.ImageEngine;
import dev.slipway.image.ImageEngineContract;
import dev.slipway.image.ImageKindsContract;
import dev.slipway.image.ImageLimits;
import dev.slipway.image.ImageLimitsContract;
import dev.slipway.image.ImageOperationsContract;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(
        value = "dev.slipway.image.libvips.HereIsLibvips#usable",
        disabledReason = "no usable libvips on this machine")
final class LibvipsEngineTest {

    private static ImageEngine libvips(ImageLimits limits) {
        return HereIsLibvips.get().engine(limits, Duration.ofMinutes(1));
    }

    @Nested
    final class Renders extends ImageEngineContract {
        @Override
        protected ImageEngine engine(ImageLimits limits) {
            return libvips(limits);
        }
    }

    @Nested
    final class DoesTheOperations extends ImageOperationsContract {
        @Override
        protected ImageEngine engine(ImageLimits limits) {
            return libvips(limits);
        }
    }

    @Nested
    final class KeepsToLimits extends ImageLimitsContract {
        @Override
        protected ImageEngine engine(ImageLimits limits) {
            return libvips(limits);
        }
    }

    @Nested
    final class ReadsAllKinds extends ImageKindsContract {
        @Override
        protected ImageEngine engine(ImageLimits limits) {
            return libvips(limits);
        }
    }

    @Nested
    final class SurvivesHostileFiles extends HostileImagesContract {
        @Override
        protected ImageEngine engine(ImageLimits limits) {
            return libvips(limits);
        }
    }
}
