package dev.slipway.image.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.image.EngineCase;
import dev.slipway.image.ImageEngine;
import dev.slipway.image.ImageLimits;
import dev.slipway.image.OutputFormat;
import dev.slipway.image.Painted;
import dev.slipway.image.PictureFile;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What comes out at full size is what went in, to the bit.
final class PngRowsTest extends EngineCase {

    @Override
    protected ImageEngine engine(ImageLimits limits) {
        return new JdkEngine(limits, Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @CsvSource({"40, 30", "1, 1", "3, 2", "5, 9", "8, 8", "9, 1"})
    @DisplayName("D64: reads an interlaced PNG")
    void readsAnInterlacedPng(int width, int height) throws IOException {
        var noise = Painted.noise(width, height, 3);

        assertSame(PictureFile.interlacedPng(noise), noise);
        assertSame(PictureFile.png(noise), noise);
    }

    @Test
    @DisplayName("D64: reads an interlaced PNG with transparency")
    void readsAnInterlacedPngWithTransparency() throws IOException {
        var picture = Painted.halfTransparent(40, 30);

        assertThat(rendered(PictureFile.interlacedPng(picture)))
                .isEqualTo(rendered(PictureFile.png(picture)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    @DisplayName("D64: reads palettes of every depth")
    void readsPalettes(int depth) throws IOException {
        var colours = 1 << depth;
        var palette = new int[colours];
        Arrays.setAll(palette, i -> 0xff000000 | i * 0x123457);
        var model = new IndexColorModel(depth, colours, palette, 0, false, -1, 0);
        var type = depth == 8 ? BufferedImage.TYPE_BYTE_INDEXED : BufferedImage.TYPE_BYTE_BINARY;
        var picture = new BufferedImage(37, 20, type, model);
        for (var i = 0; i < 37 * 20; i++) {
            picture.getRaster().setSample(i % 37, i / 37, 0, i * 7 % colours);
        }

        assertSame(PictureFile.png(picture), picture);
        assertSame(PictureFile.interlacedPng(picture), picture);
    }

    private void assertSame(byte[] png, BufferedImage expected) throws IOException {
        var width = expected.getWidth();
        var height = expected.getHeight();
        var pixels = expected.getRGB(0, 0, width, height, null, 0, width);
        assertThat(rendered(png)).isEqualTo(pixels);
    }

    private int[] rendered(byte[] png) {
        var picture = renderedPicture(png, plan(1000, OutputFormat.PNG));
        var width = picture.getWidth();
        return picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
    }
}
