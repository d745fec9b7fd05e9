package dev.slipway.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.image.Fit;
import dev.slipway.image.Keeping;
import dev.slipway.image.OutputFormat;
import dev.slipway.image.VariantPlan;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("D59: the pictures of a profile")
class PicturesOfAProfileTest {

    @Test
    @DisplayName("D59, D71: have names, and fit a box")
    void haveNames() {
        var profile =
                ProfileSettings.OF_PICTURES
                        .with("widths", "300")
                        .with("variants.thumb.width", "64")
                        .with("variants.thumb.fit", "square")
                        .with("variants.card.width", "400")
                        .with("variants.card.height", "300")
                        .with("variants.hero.width", "1600")
                        .with("variants.hero.height", "900")
                        .with("variants.hero.fit", "cover")
                        .profile();

        assertThat(profile.variants())
                .containsExactly(
                        VariantPlan.of("w300", Fit.WIDTH, 300),
                        VariantPlan.of("card", Fit.CONTAIN, 400, 300),
                        VariantPlan.of("hero", Fit.COVER, 1600, 900),
                        VariantPlan.of("thumb", Fit.SQUARE, 64));
    }

    @Test
    @DisplayName("D61, D65, D72: are written as the variant says, else as the profile does")
    void areWrittenAsTheVariantSays() {
        var profile =
                ProfileSettings.OF_PICTURES
                        .with("format", "webp")
                        .with("quality", "70")
                        .with("progressive", "false")
                        .with("variants.a.width", "300")
                        .with("variants.b.width", "300")
                        .with("variants.b.format", "jpeg")
                        .with("variants.b.quality", "60")
                        .with("variants.b.progressive", "true")
                        .with("variants.b.blur", "2.5")
                        .profile();

        var plain = VariantPlan.of("a", Fit.WIDTH, 300);
        assertThat(profile.variants())
                .containsExactly(
                        plain.as(OutputFormat.WEBP, 70, false),
                        plain.named("b", 300).as(OutputFormat.JPEG, 60, true).blurred(2.5));
    }

    @Test
    @DisplayName("D72: are good enough as an AVIF of half the quality")
    void areGoodEnoughAsAnAvif() {
        var settings =
                ProfileSettings.OF_PICTURES
                        .with("variants.a.width", "300")
                        .with("variants.a.format", "avif");

        assertThat(settings.profile().variants().getFirst().quality()).isEqualTo(50);
        assertThat(settings.with("quality", "70").profile().variants().getFirst().quality())
                .isEqualTo(70);
    }

    @Test
    @DisplayName("D75, D76: keep what is asked for, and nothing otherwise")
    void keepWhatIsAskedFor() {
        var settings = ProfileSettings.OF_PICTURES.with("widths", "300");
        var generous =
                settings.with("keep-colour-profile", "true")
                        .with("keep-copyright", "true")
                        .with("animation", "keep")
                        .with("variants.card.width", "200");

        assertThat(settings.profile().variants())
                .extracting(VariantPlan::keeping)
                .containsOnly(Keeping.NOTHING);
        assertThat(generous.profile().variants())
                .extracting(VariantPlan::keeping)
                .containsExactly(new Keeping(true, true, true), new Keeping(true, true, true));
    }

    @Test
    @DisplayName("D65: have a placeholder where they have variants, or as is said")
    void haveAPlaceholder() {
        var without = ProfileSettings.OF_PICTURES;
        var with = without.with("widths", "300");

        assertThat(without.profile().placeholder()).isFalse();
        assertThat(with.profile().placeholder()).isTrue();
        assertThat(without.with("placeholder", "true").profile().placeholder()).isTrue();
        assertThat(with.with("placeholder", "false").profile().placeholder()).isFalse();
    }

    @Test
    @DisplayName("D59: are shown to clients as they are")
    void areShown() {
        var view =
                ProfileView.of(
                        ProfileSettings.OF_PICTURES
                                .with("variants.hero.width", "1600")
                                .with("variants.hero.height", "900")
                                .with("variants.hero.fit", "cover")
                                .with("variants.hero.blur", "3")
                                .with("animation", "keep")
                                .with("wishes.allowed", "true")
                                .profile());

        assertThat(view.widths()).containsExactly(1600);
        assertThat(view.variants())
                .containsExactly(
                        new ProfileView.VariantTerms(
                                "hero", "cover", 1600, 900, "keep", 80, true, 3, false, false,
                                "keep"));
        assertThat(view.wishes()).isNotNull();
        assertThat(view.wishes().formats()).containsExactly("keep", "jpeg", "png");
        assertThat(view.wishes().maxWidth()).isEqualTo(2000);
    }
}
