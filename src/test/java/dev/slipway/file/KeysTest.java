package dev.slipway.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.image.Fit;
import dev.slipway.image.OutputFormat;
import dev.slipway.image.VariantPlan;
import dev.slipway.profile.Visibility;
import java.time.Instant;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName(
        "D39 D40 D132: keys are derived from the id and the content, never from what a client says")
class KeysTest {

    private static final Instant NEW_YEARS_EVE = Instant.parse("2025-12-31T23:59:59.999Z");
    private final UUID id = FileIds.next(NEW_YEARS_EVE, new Random(1));

    @Test
    void anOriginalStandsUnderTheDayOfItsIdAndIsNamedAfterItsEtag() {
        assertThat(
                        Keys.original(
                                        Visibility.PRIVATE,
                                        id,
                                        "D41D8CD98F00B204E9800998ECF8427E-3",
                                        "image/png")
                                .value())
                .isEqualTo("private/2025/12/31/" + id + "/d41d8cd98f00b204.png");
    }

    @Test
    void aVariantStandsBesideItUnderItsNameAndItsPlan() {
        var plan = VariantPlan.of("w300", Fit.WIDTH, 300).as(OutputFormat.JPEG, 80, true);
        assertThat(Keys.variant(Visibility.PUBLIC, id, plan, 1, "image/jpeg").value())
                .isEqualTo("public/2025/12/31/" + id + "/w300-" + plan.hash() + ".jpg");
    }

    @Test
    void aVariantThatIsMadeAgainHasAPlaceOfItsOwn() {
        var plan = VariantPlan.of("w300", Fit.WIDTH, 300);
        assertThat(Keys.variant(Visibility.PUBLIC, id, plan, 2, "image/jpeg").value())
                .isEqualTo("public/2025/12/31/" + id + "/w300-" + plan.hash() + "-2.jpg");
    }

    @Test
    void anUnknownTypeGetsAnExtensionThatOpensNothing() {
        assertThat(
                        Keys.original(Visibility.PRIVATE, id, "abc", "application/x-nobody-knows")
                                .value())
                .endsWith("/abc.bin");
    }

    @Test
    void aQuarantineKeyLeadsBackToItsUpload() {
        assertThat(Keys.findUpload(Keys.incoming(id).value())).hasValue(id);
    }

    @Test
    void soDoesTheNameOfItsObjectUnderAPrefix() {
        assertThat(Keys.findUpload("team/app/incoming/" + id)).hasValue(id);
        assertThat(Keys.findUpload("outgoing-incoming/" + id)).isEmpty();
        assertThat(Keys.findUpload("incoming/" + id + "/x")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "incoming/", "incoming/x", "incoming/../x", "private/x", "INCOMING/x"})
    void anythingElseLeadsNowhere(String key) {
        assertThat(Keys.findUpload(key)).isEmpty();
    }

    @Test
    void idsCarryTheirTimeAndSortByIt() {
        assertThat(FileIds.timeOf(id)).isEqualTo(NEW_YEARS_EVE);
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        var ids =
                IntStream.range(0, 100)
                        .mapToObj(i -> FileIds.next(NEW_YEARS_EVE.plusMillis(i), new Random(i)))
                        .map(Object::toString)
                        .toList();
        assertThat(new TreeSet<>(ids)).containsExactlyElementsOf(ids);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1-1-1-1-1", "zzzzzzzz-0000-7000-8000-000000000000"})
    void whatIsNoIdIsNone(String text) {
        assertThat(FileIds.find(text)).isEmpty();
    }
}
