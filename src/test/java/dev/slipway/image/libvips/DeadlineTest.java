package dev.slipway.image.libvips;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.image.EngineCase;
import dev.slipway.image.ImageEngine;
import dev.slipway.image.ImageHeader;
import dev.slipway.image.ImageLimits;
import dev.slipway.image.ImageRefusal;
import dev.slipway.image.OutputFormat;
import dev.slipway.image.Painted;
import dev.slipway.image.PictureFile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(
        value = "dev.slipway.image.libvips.HereIsLibvips#usable",
        disabledReason = "no usable libvips on this machine")
final class DeadlineTest extends EngineCase {

    private static final Duration SHORT = Duration.ofMillis(20);

    @Override
    protected ImageEngine engine(ImageLimits limits) {
        return HereIsLibvips.get().engine(limits, SHORT);
    }

    /// To compress so much noise takes a second.
    @Test
    @DisplayName("D77: ends the work on a picture that takes too long")
    void endsTheWork() {
        var file = file(PictureFile.jpeg(Painted.noise(4000, 3000, 1)));
        var plans = List.of(plan(3900, OutputFormat.PNG));
        var header = (ImageHeader) engine().inspect(file, plans);

        var rendering = engine().render(file, header, plans, folder(), variant -> {});

        assertCode(rendering, ImageRefusal.TOO_MANY_PIXELS);
        assertThat(folder()).isEmptyDirectory();
    }

    @Test
    void doesNotRunWhileTheVariantIsStored() {
        try (var deadline = Deadline.in(Duration.ZERO, HereIsLibvips.get().vips())) {
            deadline.pauseFor(() -> assertThat(deadline.hasPassed()).isFalse());
            assertThat(deadline.hasPassed()).isTrue();
        }
    }
}
