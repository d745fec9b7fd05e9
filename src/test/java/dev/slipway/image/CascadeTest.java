package dev.slipway.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CascadeTest {

    private static final ImageHeader PHOTO = header(4000, 3000);

    @Test
    void goesFromLargeToSmall() {
        assertThat(widths(PHOTO, 300, 800, 500)).containsExactly(800, 500, 300);
    }

    @Test
    void makesEachSizeFromTheNextLargerOne() {
        assertThat(fromPicture(PHOTO, 800, 500, 300)).containsExactly(800);
    }

    @Test
    void makesASizeFromThePictureWhenNoOtherIsLargeEnough() {
        assertThat(fromPicture(PHOTO, 800, 700, 300)).containsExactly(800, 700);
    }

    @Test
    void looksPastASizeThatIsNotLargeEnough() {
        assertThat(fromPicture(PHOTO, 800, 600, 500, 300)).containsExactly(800, 600);
    }

    @Test
    void keepsNoLargeSizeBesideThePicture() {
        assertThat(fromPicture(PHOTO, 3000, 1800, 1000)).containsExactly(3000, 1800);
    }

    @Test
    void letsGoOfThePictureAsSoonAsItCan() {
        var cascade = cascade(PHOTO, 800, 700, 300);

        assertThat(cascade.needsPictureAfter(1)).isTrue();
        assertThat(cascade.needsPictureAfter(2)).isFalse();
    }

    @Test
    void cutsASquareFromASizeThatCoversIt() {
        var plans =
                List.of(
                        plan(Fit.WIDTH, 800),
                        plan(Fit.SQUARE, 400),
                        plan(Fit.SQUARE, 300),
                        plan(Fit.WIDTH, 200));

        var steps = Cascade.of(PHOTO, plans).steps();

        assertThat(steps)
                .extracting(Cascade.Step::width, Cascade.Step::height, Cascade.Step::fromBase)
                .containsExactly(
                        tuple(800, 600, false),
                        tuple(400, 400, false),
                        tuple(300, 300, true),
                        tuple(200, 150, true));
    }

    @ParameterizedTest
    @CsvSource({
        "CONTAIN, 400, 400, 400, 300",
        "CONTAIN, 400, 100, 133, 100",
        "CONTAIN, 9000, 9000, 4000, 3000",
        "COVER, 400, 400, 400, 400",
        "COVER, 1600, 900, 1600, 900",
        "COVER, 9000, 9000, 3000, 3000",
        "COVER, 8000, 2000, 4000, 1000"
    })
    void fitsABox(Fit fit, int width, int height, int expectedWidth, int expectedHeight) {
        var plan = VariantPlan.of("box", fit, width, height);

        var step = Cascade.of(PHOTO, List.of(plan)).steps().getFirst();

        assertThat(step.width()).isEqualTo(expectedWidth);
        assertThat(step.height()).isEqualTo(expectedHeight);
    }

    @Test
    void cutsEvenlyOnBothSides() {
        var wide = step(VariantPlan.of("wide", Fit.COVER, 1600, 400));
        var square = step(plan(Fit.SQUARE, 300));

        assertThat(wide.crop(4000, 3000)).isEqualTo(new Rectangle(0, 1000, 4000, 1000));
        assertThat(square.crop(800, 600)).isEqualTo(new Rectangle(100, 0, 600, 600));
        assertThat(wide.cropStored(3000, 4000, 6)).isEqualTo(new Rectangle(1000, 0, 1000, 4000));
        assertThat(step(plan(Fit.WIDTH, 300)).crop(800, 600))
                .isEqualTo(new Rectangle(0, 0, 800, 600));
    }

    @Test
    void makesNothingFromABlurredSize() {
        var plans =
                List.of(plan(Fit.WIDTH, 800).blurred(4), plan(Fit.WIDTH, 500), plan(Fit.WIDTH, 90));

        assertThat(Cascade.of(PHOTO, plans).steps())
                .extracting(Cascade.Step::fromBase)
                .containsExactly(false, false, true);
    }

    @Test
    void makesNothingLargerThanThePicture() {
        assertThat(widths(header(100, 60), 300, 500, 80)).containsExactly(100, 100, 80);
    }

    @Test
    void givesTheThinnestPictureAPixel() {
        var steps = cascade(header(3000, 1), 10).steps();

        assertThat(steps.getFirst().height()).isEqualTo(1);
    }

    private static List<Integer> widths(ImageHeader header, int... widths) {
        return cascade(header, widths).steps().stream().map(Cascade.Step::width).toList();
    }

    private static List<Integer> fromPicture(ImageHeader header, int... widths) {
        return cascade(header, widths).steps().stream()
                .filter(step -> !step.fromBase())
                .map(Cascade.Step::width)
                .toList();
    }

    private static Cascade cascade(ImageHeader header, int... widths) {
        return Cascade.of(
                header, Arrays.stream(widths).mapToObj(width -> plan(Fit.WIDTH, width)).toList());
    }

    private static Cascade.Step step(VariantPlan plan) {
        return Cascade.of(PHOTO, List.of(plan)).steps().getFirst();
    }

    private static VariantPlan plan(Fit fit, int width) {
        return VariantPlan.of("v" + width, fit, width);
    }

    private static ImageHeader header(int width, int height) {
        return ImageHeader.still("image/jpeg", width, height);
    }
}
