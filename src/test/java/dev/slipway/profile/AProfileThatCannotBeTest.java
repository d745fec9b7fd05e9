package dev.slipway.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.image.VariantPlan;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("D118: a profile that cannot be")
class AProfileThatCannotBeTest {

    private static final ProfileSettings GOOD =
            ProfileSettings.OF_PICTURES
                    .with("roles", "user,admin,service")
                    .with("widths", "800,300,300");

    @Test
    void isNotThisOne() {
        var profile = GOOD.profile();

        assertThat(profile.name()).isEqualTo("default");
        assertThat(profile.types()).containsExactly("image/*");
        assertThat(profile.variants())
                .extracting(VariantPlan::name)
                .containsExactly("w300", "w800");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "image/", "image/p ng"})
    void namesATypeThatIsNone(String type) {
        stops("types", "image/png," + type, "types: not a media type: " + type);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10_001})
    void wantsAWidthThatNoPictureHas(int width) {
        stops("widths", "300," + width, "widths: not a width from 1 to 10000: " + width);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101, 500})
    void wantsAQualityThatJpegDoesNotHave(int quality) {
        var sentence = "quality: not a quality from 1 to 100: " + quality;
        stops("quality", "" + quality, sentence);
        stops(ProfileSettings.OF_PICTURES.with("quality", "" + quality), sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"contain", "cover"})
    void fitsWidthsIntoABoxWithoutAHeight(String fit) {
        stops("fit", fit, "fit: contain and cover need a height, so a variant with a name");
    }

    @ParameterizedTest
    @CsvSource({
        "card.fit, cover, not a height from 1 to 10000: 0",
        "card.height, 10001, not a height from 1 to 10000: 10001",
        "card.quality, 0, not a quality from 1 to 100: 0",
        "card.blur, -1, not a blur from 0 to 100: -1.0",
        "card.blur, NaN, not a blur from 0 to 100: NaN"
    })
    void hasAVariantThatCannotBe(String property, String value, String sentence) {
        stops(
                GOOD.with("variants.card.width", "300").with("variants." + property, value),
                "variants.card: " + sentence);
    }

    @Test
    void hasAVariantWithAHeightThatNobodyLooksAt() {
        stops(
                GOOD.with("variants.card.width", "300")
                        .with("variants.card.height", "200")
                        .with("variants.card.fit", "square"),
                "variants.card: only contain and cover have a height: 200");
    }

    @Test
    void hasAVariantWhoseNameIsTaken() {
        stops(
                GOOD.with("variants.w300.width", "300"),
                "variants.w300: such a name is that of a width");
        stops(GOOD.with("variants.Card.width", "300"), "variants.Card: not a variant's name: Card");
    }

    @ParameterizedTest
    @CsvSource({
        "most-widths, 0, not a number above 0: 0",
        "max-width, 0, not a width from 1 to 10000: 0",
        "max-quality, 101, not a quality from 1 to 100: 101"
    })
    void allowsWishesThatCannotBe(String property, String value, String sentence) {
        stops(
                GOOD.with("wishes.allowed", "true").with("wishes." + property, value),
                "wishes." + property + ": " + sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"root", "Admin"})
    void isForARoleThatNobodyHas(String role) {
        stops("roles", "user," + role, "roles: none of [user, admin, service]: " + role);
    }

    @Test
    void leavesNoRoomOrNoTime() {
        stops("max-size", "0", "max-size: not a size above 0: 0");
        stops("expiry", "0s", "expiry: not a time above 0: PT0S");
    }

    /// What is not even a value of its kind the configuration itself refuses, by its name.
    @ParameterizedTest
    @CsvSource({"fit, round", "format, bmp", "animation, loop", "types, ''", "variants.a.blur, 1"})
    void saysNothingThatIsUnderstood(String property, String value) {
        assertThatThrownBy(() -> GOOD.with(property, value).start())
                .hasMessageContaining("slipway.profiles.default." + property.split("\\.blur")[0]);
    }

    @Test
    void isNamedWhereverItStands() {
        var settings = GOOD.withProfile("x", "types", "image/*").withProfile("x", "quality", "0");

        assertThatIllegalStateException()
                .isThrownBy(settings::start)
                .withMessageStartingWith("slipway.profiles.x.quality: ");
    }

    private static void stops(String property, String value, String sentence) {
        stops(GOOD.with(property, value), sentence);
    }

    private static void stops(ProfileSettings settings, String sentence) {
        assertThatIllegalStateException()
                .isThrownBy(settings::start)
                .withMessage("slipway.profiles.default." + sentence);
    }
}
