package dev.slipway.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every engine can be asked for beside a width. What an engine cannot do it says, and then
/// refuses or leaves out.
public abstract class ImageOperationsContract extends EngineCase {

    private static final byte[] LINEAR_PROFILE = profile();

    @ParameterizedTest
    @CsvSource({
        "120, 80, 60, 60, 60, 40",
        "120, 80, 300, 20, 30, 20",
        "120, 80, 300, 300, 120, 80",
        "80, 120, 60, 60, 40, 60"
    })
    @DisplayName("D71: fits a picture into a box and keeps its ratio")
    void contains(int width, int height, int boxWidth, int boxHeight, int toWidth, int toHeight) {
        var png = PictureFile.png(Painted.corners(width, height));

        var variant = renderOne(png, box(Fit.CONTAIN, boxWidth, boxHeight));

        assertThat(variant.width()).isEqualTo(toWidth);
        assertThat(variant.height()).isEqualTo(toHeight);
        assertThat(picture(variant).getWidth()).isEqualTo(toWidth);
        assertThat(picture(variant).getHeight()).isEqualTo(toHeight);
        assertCorners(picture(variant));
    }

    @ParameterizedTest
    @CsvSource({
        "40, 20, 40, 20",
        "90, 45, 90, 45",
        "20, 40, 20, 40",
        "600, 300, 180, 90",
        "30, 300, 9, 90"
    })
    @DisplayName("D71: covers a box, cuts evenly on both sides, and never enlarges")
    void covers(int boxWidth, int boxHeight, int toWidth, int toHeight) {
        var png = PictureFile.png(Painted.corners(270, 90));

        var variant = renderOne(png, box(Fit.COVER, boxWidth, boxHeight));

        assertThat(variant.width()).isEqualTo(toWidth);
        assertThat(variant.height()).isEqualTo(toHeight);
        assertThat(picture(variant).getWidth()).isEqualTo(toWidth);
        assertThat(picture(variant).getHeight()).isEqualTo(toHeight);
        assertCorners(picture(variant));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("D62, D71: cuts the picture as it is shown")
    void cutsThePictureAsItIsShown(int orientation) {
        var stored = PictureFile.jpeg(Painted.cornersStored(240, 80, orientation));
        var jpeg = PictureFile.withExif(stored, orientation);

        for (var plan : List.of(box(Fit.COVER, 200, 60), box(Fit.COVER, 40, 30))) {
            assertCorners(renderedPicture(jpeg, plan));
        }
        var variant = renderOne(jpeg, box(Fit.CONTAIN, 60, 60));
        assertThat(variant.width()).isEqualTo(60);
        assertThat(variant.height()).isEqualTo(20);
    }

    @Test
    @DisplayName("D65: blurs as strongly as it is asked to")
    void blurs() {
        var png = PictureFile.png(Painted.corners(100, 100));
        var plain = VariantPlan.of("b", Fit.WIDTH, 100).as(OutputFormat.PNG, 80, false);

        // red beside green: what of the red arrives half a pixel further on the green side
        for (var sigma : List.of(5, 10)) {
            var picture = renderedPicture(png, plain.blurred(sigma));
            assertThat(picture.getWidth()).isEqualTo(100);
            var one = redAt(picture.getRGB(50 + sigma, 20));
            var two = redAt(picture.getRGB(50 + 2 * sigma, 20));
            assertThat(one).as("one sigma of %s", sigma).isCloseTo(0.14, within(0.03));
            assertThat(two).as("two sigmas of %s", sigma).isCloseTo(0.019, within(0.015));
        }
    }

    @Test
    @DisplayName("D65: blurs a plain picture, up to its edge, into itself")
    void blursNothingIntoThePicture() {
        var png = PictureFile.png(Painted.plain(40, 30, Painted.RED));
        var picture = renderedPicture(png, plan(40, OutputFormat.PNG).blurred(6));

        assertColour(picture, 0, 0, Painted.RED, 3);
        assertColour(picture, 0.5, 0.5, Painted.RED, 3);
        assertColour(picture, 0.99, 0.99, Painted.RED, 3);
    }

    @Test
    @DisplayName("D63, D65: mixes no hidden colour into a blur")
    void blursNoHiddenColour() {
        var png = PictureFile.png(Painted.halfTransparent(40, 30));
        var picture = renderedPicture(png, plan(40, OutputFormat.PNG).blurred(3));

        for (var x = 0; x < 40; x++) {
            var pixel = new Color(picture.getRGB(x, 15), true);
            if (pixel.getAlpha() > 16) {
                assertThat(pixel.getGreen()).as("green at %d", x).isLessThan(16);
            }
        }
    }

    @Test
    void makesAPlainSizeBesideABlurredOne() {
        var png = PictureFile.png(Painted.corners(400, 300));
        var blurred = plan(100, OutputFormat.PNG).blurred(20);

        var variants = render(png, blurred, plan(50, OutputFormat.PNG));

        var plain = picture(variants.getLast());
        assertColour(plain, 0.46, 0.25, Painted.RED);
        assertColour(plain, 0.54, 0.25, Painted.GREEN);
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    @DisplayName("D72: writes every format that it says it does, and refuses the others")
    void writesWhatItSays(OutputFormat format) {
        var png = PictureFile.png(Painted.corners(60, 40));
        if (!able().writes(format)) {
            assertRefused(png, ImageRefusal.UNSUPPORTED_OUTPUT, plan(30, format));
            return;
        }
        var variant = renderOne(png, plan(30, format));

        assertThat(variant.width()).isEqualTo(30);
        assertThat(variant.frames()).isEqualTo(1);
        assertThat(variant.contentType())
                .isEqualTo(format == OutputFormat.KEEP ? "image/png" : format.contentType());
        if (able().readableTypes().contains(variant.contentType())) {
            var again = header(bytes(variant));
            assertThat(again.format()).isEqualTo(variant.contentType());
            assertThat(again.width()).isEqualTo(30);
            assertThat(again.height()).isEqualTo(20);
        }
    }

    @Test
    @DisplayName("D72: keeps a transparency in WebP")
    void keepsTransparencyInWebp() {
        if (able().writes(OutputFormat.WEBP)) {
            var png = PictureFile.png(Painted.halfTransparent(40, 30));
            var webp = bytes(renderOne(png, plan(40, OutputFormat.WEBP)));

            assertThat(header(webp).alpha()).isTrue();
            var again = renderedPicture(webp, plan(40, OutputFormat.PNG));
            assertColour(again, 0.2, 0.5, Painted.RED, 40);
            assertThat(new Color(again.getRGB(36, 15), true).getAlpha()).isZero();
        }
    }

    @Test
    @DisplayName("D76: keeps an animation where that is asked for, or says that it is a still")
    void keepsAnAnimation() {
        var gif =
                PictureFile.gif(
                        Painted.plain(60, 40, Painted.RED), Painted.plain(60, 40, Painted.BLUE));
        var still = renderOne(gif, plan(30, OutputFormat.KEEP));
        var kept = renderOne(gif, plan(31, OutputFormat.KEEP).keeping(Keeping.ANIMATION));

        assertThat(still.frames()).isEqualTo(1);
        assertThat(still.contentType()).isEqualTo("image/png");
        assertThat(kept.height()).isEqualTo(21);
        if (able().keeps().animation()) {
            assertThat(kept.contentType()).isEqualTo("image/webp");
            assertThat(kept.frames()).isEqualTo(2);
            assertThat(header(bytes(kept)).frames()).isEqualTo(2);
            assertThat(header(bytes(kept)).height()).isEqualTo(21);
        } else {
            assertThat(kept.contentType()).isEqualTo("image/png");
            assertThat(kept.frames()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("D76: says of a still how many frames its picture has")
    void saysHowManyFramesThePictureHas() {
        var frames = new BufferedImage[5];
        Arrays.setAll(frames, i -> Painted.plain(60, 40, new Color(250 - 40 * i, 0, 0)));
        var gif = PictureFile.gif(frames);

        assertThat(header(gif).frames()).isEqualTo(5);
        assertThat(renderOne(gif, plan(30, OutputFormat.KEEP)).frames()).isEqualTo(1);
        var kept = renderOne(gif, plan(31, OutputFormat.KEEP).keeping(Keeping.ANIMATION));
        assertThat(kept.frames()).isEqualTo(able().keeps().animation() ? 5 : 1);
    }

    @ParameterizedTest
    @EnumSource(
            value = OutputFormat.class,
            names = {"WEBP", "AVIF"})
    @DisplayName("D72: writes colours in the newer formats as they are")
    void writesColours(OutputFormat format) {
        var jpeg = PictureFile.withExif(PictureFile.jpeg(Painted.cornersStored(120, 80, 6)), 6);
        if (able().writes(format)) {
            var small = bytes(renderOne(jpeg, plan(60, format)));
            var again = renderedPicture(small, plan(60, OutputFormat.PNG));

            assertThat(again.getHeight()).isEqualTo(40);
            assertColour(again, 0.25, 0.25, Painted.RED, 40);
            assertColour(again, 0.75, 0.25, Painted.GREEN, 40);
            assertColour(again, 0.25, 0.75, Painted.BLUE, 40);
            assertColour(again, 0.75, 0.75, Painted.YELLOW, 40);
        }
    }

    @Test
    @DisplayName("D76: makes a still of an animation in a format that holds none")
    void makesAStillForAJpeg() {
        var gif =
                PictureFile.gif(
                        Painted.plain(60, 40, Painted.RED), Painted.plain(60, 40, Painted.BLUE));
        var plan = plan(30, OutputFormat.JPEG).keeping(Keeping.ANIMATION);

        var variant = renderOne(gif, plan);

        assertThat(variant.frames()).isEqualTo(1);
        assertThat(variant.height()).isEqualTo(20);
        assertColour(picture(variant), 0.5, 0.5, Painted.RED);
    }

    @Test
    @DisplayName("D75: keeps a colour profile where that is asked for")
    void keepsAColourProfile() {
        var plain = PictureFile.jpeg(Painted.corners(60, 40));
        var jpeg = PictureFile.withSegment(plain, 0xe2, LINEAR_PROFILE);
        var plan = plan(30, OutputFormat.JPEG);

        var without = renderOne(jpeg, plan);
        assertThat(JpegSegments.of(bytes(without))).doesNotContain(0xe2);

        var with = renderOne(jpeg, plan.keeping(new Keeping(true, false, false)));
        if (able().keeps().colourProfile()) {
            assertThat(JpegSegments.of(bytes(with))).contains(0xe2);
        } else {
            assertThat(JpegSegments.of(bytes(with))).doesNotContain(0xe2);
        }
    }

    @Test
    @DisplayName("D75: keeps a copyright where that is asked for, and nothing else of its Exif")
    void keepsACopyright() {
        var plain = PictureFile.jpeg(Painted.corners(60, 40));
        var jpeg = PictureFile.withSegment(plain, 0xe1, PictureFile.exifWithCopyright("(c) Ada"));
        var plan = plan(30, OutputFormat.JPEG);

        assertThat(text(renderOne(jpeg, plan))).doesNotContain("(c) Ada");

        var with = text(renderOne(jpeg, plan.keeping(new Keeping(false, true, false))));
        assertThat(with).doesNotContain(PictureFile.SECRET);
        if (able().keeps().copyright()) {
            assertThat(with).contains("(c) Ada");
        } else {
            assertThat(with).doesNotContain("(c) Ada");
        }
    }

    private static double redAt(int rgb) {
        return (rgb >> 16 & 0xff) / (double) 0xe0;
    }

    private static VariantPlan box(Fit fit, int width, int height) {
        return VariantPlan.of("box", fit, width, height).as(OutputFormat.PNG, 90, false);
    }

    private static String text(RenderedVariant variant) {
        return new String(bytes(variant), StandardCharsets.ISO_8859_1);
    }

    /// One that is no sRGB, in the one segment that it fits into.
    private static byte[] profile() {
        var data = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        return ByteBuffer.allocate(14 + data.length)
                .put("ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 1)
                .put(data)
                .array();
    }
}
