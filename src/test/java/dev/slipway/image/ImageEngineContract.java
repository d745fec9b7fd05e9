package dev.slipway.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every engine makes of a good picture: the sizes, the order, the files.
public abstract class ImageEngineContract extends EngineCase {

    @Test
    void saysWhatItReads() {
        assertThat(able().readableTypes())
                .contains("image/jpeg", "image/png", "image/gif", "image/webp");
        assertThat(able().id()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("D62: applies the orientation, whatever the size")
    void appliesTheOrientation(int orientation) {
        var stored = PictureFile.jpeg(Painted.cornersStored(120, 80, orientation));
        var jpeg = PictureFile.withExif(stored, orientation);

        var header = header(jpeg);
        assertThat(header.orientation()).isEqualTo(orientation);
        assertThat(header.width()).isEqualTo(120);
        assertThat(header.height()).isEqualTo(80);
        for (var width : List.of(120, 100, 36)) {
            var picture = renderedPicture(jpeg, plan(width, OutputFormat.JPEG));
            assertThat(picture.getWidth()).isEqualTo(width);
            assertThat(picture.getHeight()).isCloseTo(width * 80 / 120, within(1));
            assertCorners(picture);
        }
        assertCorners(renderedPicture(jpeg, square(80)));
        assertCorners(renderedPicture(jpeg, square(20)));
    }

    @ParameterizedTest
    @CsvSource({
        "640, 480, 300, 225",
        "641, 479, 320, 239",
        "100, 3000, 10, 300",
        "3000, 7, 300, 1",
        "333, 500, 332, 498"
    })
    @DisplayName("D57: keeps the ratio to the pixel")
    void keepsTheRatio(int width, int height, int wanted, int expectedHeight) {
        var png = PictureFile.png(Painted.plain(width, height, Painted.RED));

        var variant = renderOne(png, plan(wanted, OutputFormat.KEEP));

        assertThat(variant.width()).isEqualTo(wanted);
        assertThat(variant.height()).isEqualTo(expectedHeight);
        assertThat(picture(variant).getWidth()).isEqualTo(variant.width());
        assertThat(picture(variant).getHeight()).isEqualTo(variant.height());
        assertThat(bytes(variant)).hasSize((int) variant.size());
    }

    @ParameterizedTest
    @CsvSource({"100, 60", "1, 1", "299, 1"})
    @DisplayName("D57: never enlarges")
    void neverEnlarges(int width, int height) {
        var png = PictureFile.png(Painted.corners(width, height));

        var variants = render(png, plan(300, OutputFormat.KEEP), square(300));

        assertThat(variants.getFirst().width()).isEqualTo(width);
        assertThat(variants.getFirst().height()).isEqualTo(height);
        assertThat(variants.getLast().width()).isEqualTo(Math.min(width, height));
        assertThat(variants.getLast().height()).isEqualTo(Math.min(width, height));
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 29, 10, 3})
    @DisplayName("D71: cuts a square out of the middle")
    void cutsASquareOutOfTheMiddle(int width) {
        var png = PictureFile.png(Painted.stripes(90, 30));

        var picture = renderedPicture(png, square(width));

        assertThat(picture.getWidth()).isEqualTo(width);
        assertThat(picture.getHeight()).isEqualTo(width);
        assertColour(picture, 0.2, 0.5, Painted.GREEN);
        assertColour(picture, 0.8, 0.5, Painted.GREEN);
    }

    @Test
    void givesTheLargestFirstAndEachAsItIsReady() {
        var png = PictureFile.png(Painted.noise(900, 600, 1));
        var plans =
                List.of(
                        plan(300, OutputFormat.KEEP),
                        plan(800, OutputFormat.JPEG),
                        square(320),
                        plan(500, OutputFormat.KEEP));
        var seen = new ArrayList<String>();

        var rendering =
                engine().render(
                                file(png),
                                header(png),
                                plans,
                                folder(),
                                variant -> {
                                    seen.add(variant.name());
                                    assertThat(variant.file()).exists();
                                    assertThat(folder().toFile().list()).hasSize(seen.size());
                                });

        assertThat(seen).containsExactly("w800", "w500", "s320", "w300");
        assertThat(rendering).isInstanceOf(Rendered.class);
        assertThat(((Rendered) rendering).variants())
                .extracting(RenderedVariant::name)
                .isEqualTo(seen);
    }

    @Test
    @DisplayName("D60, D61: writes a progressive JPEG, or a plain one")
    void writesAProgressiveJpegOrAPlainOne() {
        var png = PictureFile.png(Painted.noise(60, 40, 1));
        var progressive = VariantPlan.of("p", Fit.WIDTH, 50).as(OutputFormat.JPEG, 80, true);
        var plain = VariantPlan.of("b", Fit.WIDTH, 50).as(OutputFormat.JPEG, 80, false);

        assertThat(JpegSegments.of(bytes(renderOne(png, progressive)))).contains(0xc2);
        assertThat(JpegSegments.of(bytes(renderOne(png, plain)))).contains(0xc0);
    }

    @Test
    @DisplayName("D61: keeps to the quality")
    void keepsToTheQuality() {
        var png = PictureFile.png(Painted.noise(60, 40, 1));
        var good = VariantPlan.of("good", Fit.WIDTH, 60).as(OutputFormat.JPEG, 95, false);
        var poor = VariantPlan.of("poor", Fit.WIDTH, 60).as(OutputFormat.JPEG, 20, false);

        assertThat(renderOne(png, good).size()).isGreaterThan(2 * renderOne(png, poor).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"JPEG", "PNG", "KEEP"})
    @DisplayName("D75: hands on no metadata, so no position")
    void handsOnNoMetadata(OutputFormat format) {
        var plain = PictureFile.jpeg(Painted.noise(60, 40, 1));
        var jpeg = PictureFile.withExif(plain, 1);
        assertThat(text(jpeg)).contains(PictureFile.SECRET);

        for (var width : List.of(60, 20)) {
            var variant = renderOne(jpeg, plan(width, format));
            assertThat(text(bytes(variant))).doesNotContain(PictureFile.SECRET, "Exif", "eXIf");
            if (variant.contentType().equals("image/jpeg")) {
                assertThat(JpegSegments.of(bytes(variant)))
                        .doesNotContain(0xe1, 0xe2, 0xed, 0xee, 0xfe);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"jpeg, image/jpeg, .jpg", "png, image/png, .png", "gif, image/png, .png"})
    @DisplayName("D60: keeps the format, or the nearest that every browser shows")
    void keepsTheFormat(String format, String expected, String extension) {
        var picture = Painted.corners(60, 40);
        var bytes =
                switch (format) {
                    case "jpeg" -> PictureFile.jpeg(picture);
                    case "png" -> PictureFile.png(picture);
                    default -> PictureFile.gif(picture);
                };
        assertThat(header(bytes).format()).isEqualTo("image/" + format);

        var kept = renderOne(bytes, plan(30, OutputFormat.KEEP));

        assertThat(kept.contentType()).isEqualTo(expected);
        assertThat(kept.file()).isEqualTo(folder().resolve("w30" + extension));
        assertThat(startOf(kept)).isEqualTo(startOf(expected));
        assertCorners(picture(kept));
    }

    @Test
    void makesNothingOfNoPlans() {
        assertThat(render(PictureFile.png(Painted.corners(60, 40)))).isEmpty();
        assertThat(folder()).isEmptyDirectory();
    }

    @Test
    void replacesAnOlderFileCompletely() throws Exception {
        var older = folder().resolve("w30.png");
        Files.write(older, new byte[100_000]);

        var png = PictureFile.png(Painted.corners(60, 40));
        var variant = renderOne(png, plan(30, OutputFormat.PNG));

        assertThat(variant.file()).isEqualTo(older).hasSize(variant.size());
        assertThat(variant.size()).isLessThan(100_000);
    }

    @Test
    void leavesNoFileWhenTheSinkFails() {
        var png = PictureFile.png(Painted.corners(60, 40));
        var plans = List.of(plan(50, OutputFormat.KEEP), plan(20, OutputFormat.KEEP));

        assertThatThrownBy(
                        () ->
                                engine().render(
                                                file(png),
                                                header(png),
                                                plans,
                                                folder(),
                                                this::failOnTheSmallOne))
                .isInstanceOf(IllegalStateException.class);

        assertThat(folder()).isEmptyDirectory();
    }

    @Test
    void failsWithTheDiskOnly() {
        var png = PictureFile.png(Painted.corners(60, 40));
        var header = header(png);
        var nowhere = temp.resolve("nowhere");
        var plans = List.of(plan(50, OutputFormat.JPEG));

        assertThatThrownBy(() -> engine().inspect(nowhere, List.of()))
                .isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> engine().render(nowhere, header, plans, folder(), variant -> {}))
                .isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> engine().render(file(png), header, plans, nowhere, variant -> {}))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void insistsOnPlansAndAHeaderThatFit() {
        var png = PictureFile.png(Painted.corners(60, 40));
        var another = header(PictureFile.png(Painted.corners(61, 40)));
        var header = header(png);
        var twice = List.of(plan(50, OutputFormat.JPEG), plan(50, OutputFormat.PNG));
        var once = twice.subList(0, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> engine().render(file(png), header, twice, folder(), variant -> {}));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> engine().render(file(png), another, once, folder(), variant -> {}));
    }

    private void failOnTheSmallOne(RenderedVariant variant) {
        if (variant.name().equals("w20")) {
            throw new IllegalStateException("the storage is full");
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String startOf(RenderedVariant variant) {
        return HexFormat.of().formatHex(bytes(variant), 0, 3);
    }

    private static String startOf(String contentType) {
        return contentType.equals("image/jpeg") ? "ffd8ff" : "89504e";
    }
}
