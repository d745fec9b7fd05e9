package dev.slipway.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.image.Fit;
import dev.slipway.image.OutputFormat;
import dev.slipway.image.VariantPlan;
import dev.slipway.problem.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("D58: wishes for a picture")
class WishesForAPictureTest {

    private static final ProfileSettings STRICT =
            ProfileSettings.OF_PICTURES
                    .with("widths", "300,500")
                    .with("variants.thumb.width", "64")
                    .with("variants.thumb.fit", "square");

    private static final Profile PROFILE =
            STRICT.with("wishes.allowed", "true")
                    .with("wishes.most-widths", "3")
                    .with("wishes.max-width", "1000")
                    .with("wishes.max-quality", "85")
                    .with("wishes.formats", "jpeg,webp")
                    .profile();

    @Test
    void takeThePlaceOfTheWidths() {
        var granted = PROFILE.granting(wishes(List.of(700, 200, 700), null, null, null));

        assertThat(granted.variants())
                .containsExactly(
                        VariantPlan.of("w200", Fit.WIDTH, 200),
                        VariantPlan.of("w700", Fit.WIDTH, 700),
                        VariantPlan.of("thumb", Fit.SQUARE, 64));
        assertThat(granted.types()).isEqualTo(PROFILE.types());
        assertThat(granted.maxSize()).isEqualTo(PROFILE.maxSize());
    }

    @Test
    @DisplayName("D60, D61: change how all are written")
    void changeHowAllAreWritten() {
        var granted = PROFILE.granting(wishes(null, "jpeg", 40, false));

        assertThat(granted.variants())
                .containsExactly(
                        VariantPlan.of("w300", Fit.WIDTH, 300).as(OutputFormat.JPEG, 40, false),
                        VariantPlan.of("w500", Fit.WIDTH, 500).as(OutputFormat.JPEG, 40, false),
                        VariantPlan.of("thumb", Fit.SQUARE, 64).as(OutputFormat.JPEG, 40, false));
    }

    @Test
    @DisplayName("D61, D72: another format without a quality has its usual one")
    void haveTheUsualQualityOfAnotherFormat() {
        var all = "keep,jpeg,webp,avif";
        var usual = STRICT.with("wishes.allowed", "true").with("wishes.formats", all);
        var chosen = usual.with("quality", "60");

        assertThat(qualities(usual, "avif")).containsOnly(50);
        assertThat(qualities(usual.with("format", "avif"), "jpeg")).containsOnly(80);
        assertThat(qualities(usual, "webp")).containsOnly(80);
        assertThat(qualities(chosen, "avif")).containsOnly(60);
        assertThat(qualities(chosen, null)).containsOnly(60);
    }

    private static List<Integer> qualities(ProfileSettings settings, @Nullable String format) {
        return settings.profile().granting(wishes(null, format, null, null)).variants().stream()
                .map(VariantPlan::quality)
                .toList();
    }

    @Test
    void areNothingWhenThereAreNone() {
        assertThat(PROFILE.granting(wishes(null, null, null, null))).isEqualTo(PROFILE);
    }

    @Test
    void stayWithinTheBounds() {
        refused(wishes(List.of(1, 2, 3, 4), null, null, null), "image.widths", "at most 3");
        refused(wishes(List.of(1001), null, null, null), "image.widths", "from 1 to 1000 pixels");
        refused(wishes(List.of(0), null, null, null), "image.widths", "from 1 to 1000 pixels");
        refused(wishes(null, "png", null, null), "image.format", "one of jpeg, webp");
        refused(wishes(null, "JPEG", null, null), "image.format", "one of jpeg, webp");
        refused(wishes(null, null, 86, null), "image.quality", "from 1 to 85");
        refused(wishes(null, null, 0, null), "image.quality", "from 1 to 85");
    }

    @Test
    void areNotForEveryProfile() {
        var wishes = wishes(List.of(300), null, null, null);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> STRICT.profile().granting(wishes))
                .satisfies(
                        e ->
                                assertThat(e.problem())
                                        .isEqualTo(
                                                new ImageWishNotAllowed(
                                                        "default", "image", "nothing")));
    }

    private static void refused(ImageWishes wishes, String member, String allowed) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> PROFILE.granting(wishes))
                .satisfies(
                        e ->
                                assertThat(e.problem())
                                        .isEqualTo(
                                                new ImageWishNotAllowed(
                                                        "default", member, allowed)));
    }

    private static ImageWishes wishes(
            @Nullable List<Integer> widths,
            @Nullable String format,
            @Nullable Integer quality,
            @Nullable Boolean progressive) {
        return new ImageWishes(widths, format, quality, progressive);
    }
}
