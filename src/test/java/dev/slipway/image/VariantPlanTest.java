package dev.slipway.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VariantPlanTest {

    private static final VariantPlan PLAN = plan("w300", 300, OutputFormat.KEEP, 80, true);

    @ParameterizedTest
    @ValueSource(strings = {"", "W300", "../x", "a.b", "-a", "a b", "ä"})
    void refusesANameThatCannotBePartOfAKey(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(name, 300, OutputFormat.KEEP, 80, true))
                .withMessageContaining(name);
    }

    @ParameterizedTest
    @CsvSource({"0, 80", "-1, 80", "10001, 80", "300, 0", "300, 101"})
    void refusesAnImpossibleWidthOrQuality(int width, int quality) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan("w", width, OutputFormat.KEEP, quality, true));
    }

    @Test
    void hashesEverythingThatChangesTheBytes() {
        assertThat(PLAN.hash())
                .isNotEqualTo(plan("w300", 301, OutputFormat.KEEP, 80, true).hash())
                .isNotEqualTo(plan("w300", 300, OutputFormat.JPEG, 80, true).hash())
                .isNotEqualTo(plan("w300", 300, OutputFormat.KEEP, 81, true).hash())
                .isNotEqualTo(plan("w300", 300, OutputFormat.KEEP, 80, false).hash())
                .isNotEqualTo(VariantPlan.of("w300", Fit.SQUARE, 300).hash());
    }

    @Test
    void hashesNothingThatDoesNot() {
        assertThat(PLAN.hash()).isEqualTo(plan("other", 300, OutputFormat.KEEP, 80, true).hash());
        assertThat(plan("w", 300, OutputFormat.PNG, 80, true).hash())
                .isEqualTo(plan("w", 300, OutputFormat.PNG, 90, false).hash());
    }

    @Test
    void hashesWhatCameLater() {
        var box = VariantPlan.of("box", Fit.COVER, 300, 200);

        assertThat(
                        Stream.of(
                                PLAN,
                                box,
                                VariantPlan.of("box", Fit.COVER, 300, 201),
                                VariantPlan.of("box", Fit.CONTAIN, 300, 200),
                                PLAN.blurred(2),
                                PLAN.blurred(2.5),
                                PLAN.keeping(new Keeping(true, false, false)),
                                PLAN.keeping(new Keeping(false, true, false)),
                                PLAN.keeping(Keeping.ANIMATION),
                                plan("w", 300, OutputFormat.WEBP, 80, true),
                                plan("w", 300, OutputFormat.AVIF, 80, true)))
                .extracting(VariantPlan::hash)
                .doesNotHaveDuplicates();
    }

    @Test
    void hasAHeightWhereItsFitHas() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VariantPlan.of("box", Fit.COVER, 300))
                .withMessageContaining("height");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VariantPlan.of("w", Fit.WIDTH, 300, 200))
                .withMessageContaining("height");
    }

    @Test
    void blursWithinReason() {
        assertThatIllegalArgumentException().isThrownBy(() -> PLAN.blurred(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> PLAN.blurred(101));
        assertThatIllegalArgumentException().isThrownBy(() -> PLAN.blurred(Double.NaN));
    }

    /// It is part of the keys of stored objects: a change here orphans every one of them.
    @Test
    void hashesTheSameForEver() {
        assertThat(PLAN.hash()).isEqualTo("2a03387e7f");
    }

    private static VariantPlan plan(
            String name, int width, OutputFormat format, int quality, boolean progressive) {
        return VariantPlan.of(name, Fit.WIDTH, width).as(format, quality, progressive);
    }
}
