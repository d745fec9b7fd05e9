package dev.slipway.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
                .isNotEqualTo(
                        new VariantPlan("w300", Fit.SQUARE, 300, OutputFormat.KEEP, 80, true)
                                .hash());
    }

    @Test
    void hashesNothingThatDoesNot() {
        assertThat(PLAN.hash()).isEqualTo(plan("other", 300, OutputFormat.KEEP, 80, true).hash());
        assertThat(plan("w", 300, OutputFormat.PNG, 80, true).hash())
                .isEqualTo(plan("w", 300, OutputFormat.PNG, 90, false).hash());
    }

    /// It is part of the keys of stored objects: a change here orphans every one of them.
    @Test
    void hashesTheSameForEver() {
        assertThat(PLAN.hash()).isEqualTo("2a03387e7f");
    }

    private static VariantPlan plan(
            String name, int width, OutputFormat format, int quality, boolean progressive) {
        return new VariantPlan(name, Fit.WIDTH, width, format, quality, progressive);
    }
}
