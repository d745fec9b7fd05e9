package dev.slipway.image.libvips;

import dev.slipway.image.ImageEngine;
import dev.slipway.image.ImageEngineSuite;
import dev.slipway.image.ImageLimits;
import java.time.Duration;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(
        value = "dev.slipway.image.libvips.HereIsLibvips#usable",
        disabledReason = "no usable libvips on this machine")
final class LibvipsEngineTest extends ImageEngineSuite {

    @Override
    protected ImageEngine engine(ImageLimits limits, Duration timeLimit) {
        return HereIsLibvips.get().engine(limits, timeLimit);
    }
}
