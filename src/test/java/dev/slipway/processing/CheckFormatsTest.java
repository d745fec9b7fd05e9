package dev.slipway.processing;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import dev.slipway.image.ImageLimits;
import dev.slipway.image.imgscalr.ImgscalrEngine;
import dev.slipway.profile.ProfileSettings;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("D72, D118: a variant in a format that the engine does not write")
class CheckFormatsTest {

    private static final ProfileSettings GOOD =
            ProfileSettings.OF_PICTURES.with("widths", "300").with("format", "jpeg");

    @Test
    void stopsTheStart() {
        assertDoesNotThrow(() -> check(GOOD));
        assertThatIllegalStateException()
                .isThrownBy(() -> check(GOOD.with("format", "webp")))
                .withMessage(
                        "slipway.profiles.default.format: the engine imgscalr does not write the"
                                + " variant w300 as webp");
    }

    private static void check(ProfileSettings settings) {
        var engine = new ImgscalrEngine(ImageLimits.within(1 << 20), Duration.ofMinutes(1));
        new CheckFormats(settings.start(), engine).check();
    }
}
