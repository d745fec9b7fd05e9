package dev.slipway.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The pictures that programs of this kind are known to get wrong: shown sideways or in a colour
/// that was hidden, refused though every browser shows them, or paid for with a gigabyte.
public abstract class CommonMistakesContract extends EngineCase {

    private static final List<OutputFormat> FORMATS = List.of(OutputFormat.JPEG, OutputFormat.PNG);

    @Test
    @DisplayName("D62: a JPEG of orientation 6 is turned first, and then as wide as was asked for")
    void turnsAPictureBeforeItMeasuresIt() {
        var stored = PictureFile.jpeg(Painted.cornersStored(100, 400, 6));
        var jpeg = PictureFile.withExif(stored, 6);

        for (var width : List.of(100, 50, 25)) {
            var picture = renderedPicture(jpeg, plan(width, OutputFormat.KEEP));

            assertThat(picture.getWidth()).isEqualTo(width);
            assertThat(picture.getHeight()).isEqualTo(4 * width);
            assertCorners(picture);
        }
    }

    @Test
    @DisplayName("D63: a transparent PNG is white as a JPEG, whatever colour it hides")
    void makesATransparentPngWhite() {
        var picture = new BufferedImage(40, 30, BufferedImage.TYPE_INT_ARGB);
        for (var i = 0; i < 40 * 30; i++) {
            picture.setRGB(i % 40, i / 40, 0x00fe0000);
        }
        assertPlain(PictureFile.png(picture), OutputFormat.JPEG, Color.WHITE);
    }

    @Test
    @DisplayName("D63, D64: a PNG of grey and alpha is laid on white as a JPEG, and kept as a PNG")
    void readsGreyAndAlpha() {
        var png = PictureFile.png(Painted.greyAlpha(40, 30, 8, 100, 153));

        // 100 at 60 % on white
        assertPlain(png, OutputFormat.JPEG, new Color(162, 162, 162));
        assertPlain(png, OutputFormat.PNG, new Color(100, 100, 100, 153));
    }

    @Test
    @DisplayName("D64: a PNG of 16 bits a colour is neither refused nor black")
    void readsSixteenBits() {
        var png = PictureFile.png(Painted.deep(40, 30, 0xe0e0, 0x8080, 0x2020));

        for (var format : FORMATS) {
            assertPlain(png, format, new Color(0xe08020));
        }
    }

    @Test
    @DisplayName("D64: a CMYK JPEG comes out as RGB")
    void readsCmyk() {
        var white = PictureFile.cmykJpeg(40, 30, 0, 0, 0, 0);

        for (var format : FORMATS) {
            var picture = renderedPicture(white, plan(20, format));
            assertThat(picture.getColorModel().getNumColorComponents()).isEqualTo(3);
            assertColour(picture, 0.5, 0.5, Color.WHITE);
        }
    }

    @Test
    @DisplayName("D76: a GIF of five frames keeps them, or says that a variant is a still")
    void countsTheFramesOfAnAnimation() {
        var colours =
                List.of(Painted.RED, Painted.GREEN, Painted.BLUE, Painted.YELLOW, Color.BLACK);
        var gif =
                PictureFile.gif(
                        colours.stream()
                                .map(colour -> Painted.plain(40, 30, colour))
                                .toArray(BufferedImage[]::new));
        assertThat(header(gif).frames()).isEqualTo(5);

        var still = renderOne(gif, plan(20, OutputFormat.KEEP));
        var kept = renderOne(gif, plan(21, OutputFormat.KEEP).keeping(Keeping.ANIMATION));

        assertThat(still.frames()).isEqualTo(1);
        assertColour(picture(still), 0.5, 0.5, Painted.RED);
        assertThat(kept.frames()).isEqualTo(able().keeps().animation() ? 5 : 1);
        if (kept.frames() == 5) {
            assertThat(header(bytes(kept)).frames()).isEqualTo(5);
        }
    }

    @Test
    @DisplayName("D74: 20 KB that would be 169 megapixels of one bit are refused by the header")
    void refusesManyPixelsInFewBytes() {
        var png = BlankPng.of(13_000, 13_000, 1);
        assertThat(png).hasSizeLessThan(25_000);

        for (var bytes : List.of(png, Arrays.copyOf(png, 1000))) {
            assertCode(engine().inspect(file(bytes), List.of()), ImageRefusal.TOO_MANY_PIXELS);
        }
    }

    private void assertPlain(byte[] bytes, OutputFormat format, Color expected) {
        assertColour(renderedPicture(bytes, plan(40, format)), 0.5, 0.5, expected, 4);
        assertColour(renderedPicture(bytes, plan(15, format)), 0.5, 0.5, expected, 4);
    }
}
