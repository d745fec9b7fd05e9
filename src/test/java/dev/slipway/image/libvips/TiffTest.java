package dev.slipway.image.libvips;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.image.EngineCase;
import dev.slipway.image.ImageEngine;
import dev.slipway.image.ImageLimits;
import dev.slipway.image.ImageRefusal;
import dev.slipway.image.OutputFormat;
import java.awt.Color;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledIf(
        value = "dev.slipway.image.libvips.HereIsLibvips#readsTiff",
        disabledReason = "no libvips on this machine that reads TIFF")
final class TiffTest extends EngineCase {

    private static final int RGB = 2;
    private static final int CMYK = 5;
    private static final int WIDTH = 40;
    private static final int HEIGHT = 3000;

    @Override
    protected ImageEngine engine(ImageLimits limits) {
        return HereIsLibvips.get().engine(limits, Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1", "3, 1, 1", "4, 1, 1", "3, 2, 1", "4, 2, 1", "3, 4, 3", "4, 4, 3", "3, 4, 1"
    })
    @DisplayName("D77: weighs a TIFF by its samples, and makes eight bits of them")
    void weighsItByItsSamples(int bands, int sampleBytes, int sampleFormat) {
        var photometric = bands == 1 ? 1 : RGB;
        var tiff = tiff(photometric, bands, sampleBytes, sampleFormat, 0x3f);
        var header = header(tiff);
        var samples = header.pixels() * bands * sampleBytes;

        // the file, where it is one strip, and rows of what becomes of it
        assertThat(header.decodeBytes())
                .isBetween(samples, samples + tiff.length + WIDTH * 512 * 16L);
        for (var format : List.of(OutputFormat.PNG, OutputFormat.JPEG)) {
            var variant = renderOne(tiff, plan(20, format));
            assertThat(picture(variant).getColorModel().getComponentSize(0)).isEqualTo(8);
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 5", "2, 7", "5, 6", "1, 200"})
    @DisplayName("D74: refuses a TIFF of more bands than a picture has")
    void refusesMoreBands(int photometric, int bands) {
        var tiff = tiff(photometric, bands, 1, 1, 0x3f);

        assertThat(engine().inspect(file(tiff), List.of()))
                .asInstanceOf(InstanceOfAssertFactories.type(ImageRefusal.class))
                .satisfies(
                        refusal -> {
                            assertThat(refusal.code()).isEqualTo(ImageRefusal.UNSUPPORTED_FORMAT);
                            assertThat(refusal.detail()).contains(bands + " bands");
                        });
    }

    @Test
    @DisplayName("D64: reads a CMYK TIFF, with transparency too")
    void readsCmyk() {
        var white = picture(renderOne(tiff(CMYK, 4, 1, 1, 0), plan(20, OutputFormat.PNG)));
        assertColour(white, 0.5, 0.5, Color.WHITE);

        var clear = tiff(CMYK, 5, 1, 1, 0);
        assertThat(header(clear).alpha()).isTrue();
        var onWhite = picture(renderOne(clear, plan(20, OutputFormat.JPEG)));
        assertColour(onWhite, 0.5, 0.5, Color.WHITE);
    }

    /// Uncompressed, in one strip, all samples made of this byte (TIFF 6.0, 2 and 8).
    private static byte[] tiff(
            int photometric, int bands, int sampleBytes, int sampleFormat, int value) {
        var extra = bands - (photometric == CMYK ? 4 : photometric == RGB ? 3 : 1);
        var size = WIDTH * HEIGHT * bands * sampleBytes;
        var pixels = 256 + 6 * bands;
        var tiff = ByteBuffer.allocate(pixels + size);
        tiff.put(new byte[] {'M', 'M', 0, 42}).putInt(8).putShort((short) (extra > 0 ? 11 : 10));
        number(tiff, 256, WIDTH);
        number(tiff, 257, HEIGHT);
        shorts(tiff, 258, bands, 8 * sampleBytes, 256);
        number(tiff, 259, 1);
        number(tiff, 262, photometric);
        number(tiff, 273, pixels);
        number(tiff, 277, bands);
        number(tiff, 278, HEIGHT);
        number(tiff, 279, size);
        if (extra > 0) {
            shorts(tiff, 338, extra, 2, 256 + 2 * bands);
        }
        shorts(tiff, 339, bands, sampleFormat, 256 + 4 * bands);
        Arrays.fill(tiff.array(), pixels, pixels + size, (byte) value);
        return tiff.array();
    }

    private static void number(ByteBuffer tiff, int tag, int value) {
        tiff.putShort((short) tag).putShort((short) 4).putInt(1).putInt(value);
    }

    /// In the entry itself, where they fit into it.
    private static void shorts(ByteBuffer tiff, int tag, int count, int value, int elsewhere) {
        tiff.putShort((short) tag).putShort((short) 3).putInt(count);
        var at = count <= 2 ? tiff.position() : elsewhere;
        tiff.putInt(count <= 2 ? 0 : elsewhere);
        for (var i = 0; i < count; i++) {
            tiff.putShort(at + 2 * i, (short) value);
        }
    }
}
