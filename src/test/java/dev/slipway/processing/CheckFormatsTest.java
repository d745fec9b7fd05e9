package dev.slipway.processing;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import dev.slipway.image.ImageLimits;
import dev.slipway.image.imgscalr.ImgscalrEngine;
import dev.slipway.profile.ProfileSettings;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("D72, D118: a format that the engine does not write stops the start")
class CheckFormatsTest {

    private static final ProfileSettings GOOD =
            ProfileSettings.OF_PICTURES
                    .with("widths", "300")
                    .with("format", "jpeg")
                    .with("variants.thumb.width", "64");

    @Test
    void ofTheVariants() {
        assertDoesNotThrow(() -> check(GOOD));
        refused(
                GOOD.with("format", "webp"),
                "slipway.profiles.default.format: the engine imgscalr does not write the"
                        + " variant w300 as webp");
    }

    @Test
    void ofAVariantWithAFormatOfItsOwn() {
        refused(
                GOOD.with("variants.thumb.format", "avif"),
                "slipway.profiles.default.variants.thumb.format: the engine imgscalr does not"
                        + " write the variant thumb as avif");
    }

    @Test
    void ofAVariantThatFollowsTheProfile() {
        refused(
                ProfileSettings.OF_PICTURES
                        .with("format", "webp")
                        .with("variants.thumb.width", "64"),
                "slipway.profiles.default.format: the engine imgscalr does not write the"
                        + " variant thumb as webp");
    }

    @Test
    @DisplayName("D58: that an upload may wish for")
    void thatAnUploadMayWishFor() {
        var wishes = GOOD.with("wishes.formats", "jpeg,webp");
        assertDoesNotThrow(() -> check(wishes));
        refused(
                wishes.with("wishes.allowed", "true"),
                "slipway.profiles.default.wishes.formats: the engine imgscalr does not write"
                        + " webp");
    }

    private static void refused(ProfileSettings settings, String sentence) {
        assertThatIllegalStateException().isThrownBy(() -> check(settings)).withMessage(sentence);
    }

    private static void check(ProfileSettings settings) {
        var engine = new ImgscalrEngine(ImageLimits.within(1 << 20), Duration.ofMinutes(1));
        new CheckFormats(settings.start(), engine).check();
    }
}
