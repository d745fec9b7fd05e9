package dev.slipway.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every engine makes of the kinds of pictures that break simple programs.
public abstract class ImageKindsContract extends EngineCase {

    @ParameterizedTest
    @ValueSource(ints = {40, 20, 12})
    @DisplayName("D63: lays transparency on white and never shows a hidden colour")
    void laysTransparencyOnWhite(int width) {
        var png = PictureFile.png(Painted.halfTransparent(40, 30));
        assertThat(header(png).alpha()).isTrue();

        var picture = renderedPicture(png, plan(width, OutputFormat.JPEG));

        assertColour(picture, 0.2, 0.5, Painted.RED);
        assertColour(picture, 0.8, 0.5, Color.WHITE);
        assertThat(picture.getColorModel().hasAlpha()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 20, 6})
    @DisplayName("D63: mixes no hidden colour into an edge")
    void mixesNoHiddenColourIntoAnEdge(int width) {
        var png = PictureFile.png(Painted.halfTransparent(40, 30));

        var picture = renderedPicture(png, plan(width, OutputFormat.PNG));

        for (var x = 0; x < picture.getWidth(); x++) {
            var pixel = new Color(picture.getRGB(x, 1), true);
            if (pixel.getAlpha() > 16) {
                assertThat(pixel.getGreen()).as("green at %d", x).isLessThan(16);
            }
        }
        assertColour(picture, 0.2, 0.5, Painted.RED);
        // the rounding of a long filter may leave a trace
        assertThat(new Color(picture.getRGB(width - 1, 1), true).getAlpha()).isLessThan(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16})
    @DisplayName("D64: takes grey with transparency for what it is")
    void readsGreyWithTransparency(int depth) {
        var full = depth == 16 ? 0x101 : 1;
        var png = PictureFile.png(Painted.greyAlpha(40, 30, depth, 100 * full, 153 * full));
        assertThat(header(png).alpha()).isTrue();

        // 100 at 60 % on white
        var onWhite = new Color(162, 162, 162);
        assertPlain(png, OutputFormat.JPEG, onWhite);
        assertPlain(png, OutputFormat.PNG, new Color(100, 100, 100, 153));
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 128, 200})
    @DisplayName("D64: neither brightens nor darkens grey")
    void keepsGrey(int value) {
        var grey = new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_GRAY);
        var deep = new BufferedImage(40, 30, BufferedImage.TYPE_USHORT_GRAY);
        for (var i = 0; i < 40 * 30; i++) {
            grey.getRaster().setSample(i % 40, i / 40, 0, value);
            deep.getRaster().setSample(i % 40, i / 40, 0, value * 0x101);
        }
        var expected = new Color(value, value, value);

        assertPlain(PictureFile.jpeg(grey), OutputFormat.KEEP, expected);
        assertPlain(PictureFile.png(grey), OutputFormat.KEEP, expected);
        assertPlain(PictureFile.png(deep), OutputFormat.KEEP, expected);
        assertPlain(PictureFile.png(deep), OutputFormat.JPEG, expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 20})
    @DisplayName("D64: reads a palette with a transparent colour")
    void readsAPaletteWithTransparency(int width) {
        var png = PictureFile.png(Painted.halfTransparentPalette(40, 30));
        var gif = PictureFile.gif(Painted.halfTransparentPalette(40, 30));

        for (var bytes : new byte[][] {png, gif}) {
            assertThat(header(bytes).alpha()).isTrue();
            var onWhite = renderedPicture(bytes, plan(width, OutputFormat.JPEG));
            assertColour(onWhite, 0.2, 0.5, Painted.RED);
            assertColour(onWhite, 0.8, 0.5, Color.WHITE);
            var kept = renderedPicture(bytes, plan(width, OutputFormat.KEEP));
            assertColour(kept, 0.2, 0.5, Painted.RED);
            assertThat(new Color(kept.getRGB(width - 4, 2), true).getAlpha()).isZero();
        }
    }

    @Test
    @DisplayName("D64: reads a PNG in which one colour stands for transparent")
    void readsAColourKey() {
        var plain = PictureFile.png(Painted.stripes(90, 30));
        byte[] green = {0, 0, 0, (byte) 0xc0, 0, 0};
        var png = PictureFile.withChunk(plain, "tRNS", green);
        assertThat(header(png).alpha()).isTrue();

        var picture = renderedPicture(png, plan(90, OutputFormat.JPEG));

        assertColour(picture, 0.1, 0.5, Painted.RED);
        assertColour(picture, 0.5, 0.5, Color.WHITE);
    }

    @Test
    @DisplayName("D64: reads 16 bits a colour")
    void readsSixteenBits() {
        var opaque = PictureFile.png(Painted.deep(40, 30, 0xe0e0, 0x8080, 0x2020));
        var half = PictureFile.png(Painted.deepAlpha(40, 30, 0xe0e0, 0x8080, 0x2020, 0x8080));

        assertPlain(opaque, OutputFormat.KEEP, new Color(0xe08020));
        assertPlain(opaque, OutputFormat.JPEG, new Color(0xe08020));
        assertPlain(half, OutputFormat.KEEP, new Color(0xe0, 0x80, 0x20, 0x80));
    }

    @Test
    @DisplayName("D64: reads a CMYK JPEG and writes an RGB one")
    void readsCmyk() {
        var red = PictureFile.cmykJpeg(40, 30, 0, 255, 255, 0);
        var white = PictureFile.cmykJpeg(40, 30, 0, 0, 0, 0);

        var picture = renderedPicture(red, plan(20, OutputFormat.KEEP));

        assertThat(picture.getColorModel().getNumColorComponents()).isEqualTo(3);
        // what red is, is the profile's matter; it is nothing else
        var found = new Color(picture.getRGB(10, 7));
        assertThat(found.getRed()).isGreaterThan(180);
        assertThat(Math.max(found.getGreen(), found.getBlue())).isLessThan(80);
        assertPlain(white, OutputFormat.KEEP, Color.WHITE);
    }

    @Test
    void readsAProgressiveJpeg() {
        var jpeg = PictureFile.jpeg(Painted.corners(120, 80), 0.95f, true);

        assertCorners(renderedPicture(jpeg, plan(60, OutputFormat.KEEP)));
    }

    @Test
    @DisplayName("D76: shows the first frame of an animation")
    void showsTheFirstFrame() {
        var gif =
                PictureFile.gif(
                        Painted.plain(40, 30, Painted.RED), Painted.plain(40, 30, Painted.BLUE));

        assertPlain(gif, OutputFormat.KEEP, Painted.RED);
    }

    @Test
    @DisplayName("D76: shows a smaller first frame at its place")
    void showsASmallerFirstFrameAtItsPlace() {
        var frame = PictureFile.gif(Painted.plain(20, 10, Painted.RED));
        var gif = PictureFile.withGifCanvas(frame, 40, 30);
        assertThat(header(gif).width()).isEqualTo(40);
        assertThat(header(gif).height()).isEqualTo(30);

        var picture = renderedPicture(gif, plan(40, OutputFormat.JPEG));

        assertColour(picture, 0.2, 0.2, Painted.RED);
        assertColour(picture, 0.8, 0.2, Color.WHITE);
        assertColour(picture, 0.2, 0.8, Color.WHITE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lossless-half-transparent.webp", "lossy-half-transparent.webp"})
    @DisplayName("D64: keeps a WebP's transparency")
    void readsWebpWithTransparency(String name) {
        var webp = PictureFile.resource(name);
        assertThat(header(webp).format()).isEqualTo("image/webp");
        assertThat(header(webp).alpha()).isTrue();

        var kept = renderOne(webp, plan(16, OutputFormat.KEEP));
        assertThat(kept.contentType()).isEqualTo("image/png");
        assertColour(picture(kept), 0.2, 0.5, Painted.RED, 40);
        assertThat(new Color(picture(kept).getRGB(14, 6), true).getAlpha()).isZero();
        var onWhite = renderedPicture(webp, plan(16, OutputFormat.JPEG));
        assertColour(onWhite, 0.2, 0.5, Painted.RED, 40);
        assertColour(onWhite, 0.9, 0.5, Color.WHITE);
    }

    @Test
    @DisplayName("D62: applies a WebP's orientation")
    void turnsAWebp() {
        var webp = PictureFile.resource("lossy-orientation-6.webp");
        assertThat(header(webp).width()).isEqualTo(16);
        assertThat(header(webp).height()).isEqualTo(48);

        var variant = renderOne(webp, plan(16, OutputFormat.KEEP));

        assertThat(variant.contentType()).isEqualTo("image/jpeg");
        assertColour(picture(variant), 0.5, 0.2, Painted.RED, 40);
        assertColour(picture(variant), 0.5, 0.8, Painted.BLUE, 40);
    }

    @Test
    @DisplayName("D76: shows the first frame of an animated WebP at its place")
    void showsTheFirstFrameOfAnAnimatedWebp() {
        var webp = PictureFile.resource("animated-small-first-frame.webp");

        var picture = renderedPicture(webp, plan(40, OutputFormat.KEEP));

        assertThat(picture.getHeight()).isEqualTo(30);
        assertThat(new Color(picture.getRGB(25, 14), true)).isEqualTo(Painted.RED);
        assertThat(new Color(picture.getRGB(19, 14), true).getAlpha()).isZero();
        assertThat(new Color(picture.getRGB(30, 18), true).getAlpha()).isZero();
    }

    @Test
    @DisplayName("D62: applies a PNG's orientation")
    void turnsAPng() {
        var stored = PictureFile.png(Painted.cornersStored(60, 40, 8));
        var png = PictureFile.withChunk(stored, "eXIf", PictureFile.bareExif(8));

        assertThat(header(png).width()).isEqualTo(60);
        assertCorners(renderedPicture(png, plan(30, OutputFormat.KEEP)));
    }

    @Test
    @DisplayName("D62: takes broken Exif for none")
    void takesBrokenExifForNone() {
        var plain = PictureFile.jpeg(Painted.corners(60, 40));
        var exif = PictureFile.exif(6);
        for (var size = 6; size < 40; size++) {
            var cut = PictureFile.withSegment(plain, 0xe1, Arrays.copyOf(exif, size));
            assertThat(header(cut).width()).as("cut at %d", size).isEqualTo(60);
        }
        assertThat(header(PictureFile.withExif(plain, 9)).orientation()).isEqualTo(1);
        assertThat(header(PictureFile.withExif(plain, 0)).orientation()).isEqualTo(1);
        assertCorners(renderedPicture(PictureFile.withExif(plain, 9), plan(30, OutputFormat.KEEP)));
    }

    private void assertPlain(byte[] bytes, OutputFormat format, Color expected) {
        assertColour(renderedPicture(bytes, plan(40, format)), 0.5, 0.5, expected, 4);
        assertColour(renderedPicture(bytes, plan(15, format)), 0.5, 0.5, expected, 4);
    }
}
