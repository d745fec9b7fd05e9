package dev.slipway.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every engine that reads TIFF makes of its kinds.
public abstract class TiffContract extends EngineCase {

    private static final int PIXELS = 40 * 30;

    @BeforeEach
    void readsTiff() {
        assumeTrue(able().readableTypes().contains("image/tiff"), "reads no TIFF");
    }

    @ParameterizedTest
    @CsvSource({
        "none, 0",
        "LZW, 0",
        "Deflate, 0",
        "ZLib, 0",
        "PackBits, 0",
        "JPEG, 0",
        "none, 16",
        "LZW, 16",
        "JPEG, 32"
    })
    @DisplayName("D64: reads a TIFF in strips and in tiles, however it is compressed")
    void readsCompressions(String compression, int tile) {
        var tiff = TiffFile.written(Painted.corners(120, 80), compression, tile);
        assertThat(header(tiff).format()).isEqualTo("image/tiff");

        assertCorners(renderedPicture(tiff, plan(60, OutputFormat.KEEP)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "PackBits", "CCITT RLE", "CCITT T.4", "CCITT T.6"})
    @DisplayName("D64: reads a TIFF of black and white")
    void readsBlackAndWhite(String compression) {
        var page = new BufferedImage(120, 80, BufferedImage.TYPE_BYTE_BINARY);
        for (var i = 0; i < 60 * 80; i++) {
            page.setRGB(i % 60, i / 60, 0xffffff);
        }
        var picture =
                renderedPicture(TiffFile.written(page, compression, 0), plan(60, OutputFormat.PNG));

        assertColour(picture, 0.25, 0.5, Color.WHITE);
        assertColour(picture, 0.75, 0.5, Color.BLACK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "LZW"})
    @DisplayName("D64: reads a TIFF's grey, palette, transparency and 16 bits")
    void readsKinds(String compression) {
        var grey = new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_GRAY);
        for (var i = 0; i < PIXELS; i++) {
            grey.getRaster().setSample(i % 40, i / 40, 0, 128);
        }
        assertPlain(TiffFile.written(grey, compression, 0), new Color(128, 128, 128));
        var deep = Painted.deep(40, 30, 0xe0e0, 0x8080, 0x2020);
        assertPlain(TiffFile.written(deep, compression, 0), new Color(0xe08020));
        var indexed = new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_INDEXED);
        indexed.createGraphics().drawImage(Painted.plain(40, 30, Color.RED), 0, 0, null);
        assertPlain(TiffFile.written(indexed, compression, 0), Color.RED);

        var clear = TiffFile.written(Painted.halfTransparent(40, 30), compression, 0);
        assertThat(header(clear).alpha()).isTrue();
        var onWhite = renderedPicture(clear, plan(40, OutputFormat.JPEG));
        assertColour(onWhite, 0.2, 0.5, Painted.RED);
        assertColour(onWhite, 0.8, 0.5, Color.WHITE);
    }

    @Test
    @DisplayName("D64: reads a CMYK TIFF and one whose zero is white")
    void readsPrint() {
        var print = TiffFile.fields(40, 30, 5, 4);
        var white = TiffFile.of(ByteOrder.LITTLE_ENDIAN, print, new byte[4 * PIXELS]);
        assertPlain(white, Color.WHITE);
        var inks = TiffFile.plain(PIXELS, 0, 255, 255, 0);
        var red =
                renderedPicture(
                        TiffFile.of(ByteOrder.BIG_ENDIAN, print, inks),
                        plan(20, OutputFormat.KEEP));
        assertThat(new Color(red.getRGB(10, 7)).getRed()).isGreaterThan(180);
        assertThat(new Color(red.getRGB(10, 7)).getBlue()).isLessThan(80);

        var inverted = TiffFile.fields(40, 30, 0, 1);
        var grey = TiffFile.plain(PIXELS, 0xff - 100);
        assertPlain(TiffFile.of(ByteOrder.LITTLE_ENDIAN, inverted, grey), new Color(100, 100, 100));
    }

    @Test
    @DisplayName("D64: reads a TIFF of one plane after the other")
    void readsPlanes() {
        var planes = TiffFile.fields(40, 30, 2, 3);
        planes.put(284, new int[] {2});
        planes.put(279, new int[] {PIXELS, PIXELS, PIXELS});
        var pixels = new byte[3 * PIXELS];
        Arrays.fill(pixels, 0, PIXELS, (byte) 200);
        Arrays.fill(pixels, PIXELS, 2 * PIXELS, (byte) 100);
        assertPlain(TiffFile.of(ByteOrder.BIG_ENDIAN, planes, pixels), new Color(200, 100, 0));
    }

    @Test
    @DisplayName("D64: reads the first page of a TIFF")
    void readsTheFirstPage() {
        var page = TiffFile.fields(40, 30, 1, 1);
        var tiff = TiffFile.of(ByteOrder.LITTLE_ENDIAN, page, TiffFile.plain(PIXELS, 100));
        var end = 10 + 12 * ByteBuffer.wrap(tiff).order(ByteOrder.LITTLE_ENDIAN).getShort(8);
        var second = Arrays.copyOfRange(tiff, 8, end);
        ByteBuffer.wrap(second).order(ByteOrder.LITTLE_ENDIAN).putInt(10, 7);
        var both = Arrays.copyOf(tiff, tiff.length + second.length + 4);
        System.arraycopy(second, 0, both, tiff.length, second.length);
        ByteBuffer.wrap(both).order(ByteOrder.LITTLE_ENDIAN).putInt(end, tiff.length);

        assertThat(header(both).width()).isEqualTo(40);
        assertPlain(both, new Color(100, 100, 100));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    @DisplayName("D64: takes a TIFF's colours for multiplied by alpha where it says so")
    void readsBothKindsOfAlpha(int kind) {
        var fields = TiffFile.fields(40, 30, 2, 4);
        fields.put(338, new int[] {kind});
        var colour = kind == 1 ? 100 : 200;
        var tiff =
                TiffFile.of(
                        ByteOrder.LITTLE_ENDIAN, fields, TiffFile.plain(PIXELS, colour, 0, 0, 128));

        var picture = renderedPicture(tiff, plan(40, OutputFormat.PNG));

        assertColour(picture, 0.5, 0.5, new Color(200, 0, 0, 128), 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("D62: applies a TIFF's orientation")
    void turns(int orientation) {
        var stored = Painted.cornersStored(60, 40, orientation);
        var fields = TiffFile.fields(stored.getWidth(), stored.getHeight(), 2, 3);
        fields.put(274, new int[] {orientation});
        var tiff = TiffFile.of(ByteOrder.LITTLE_ENDIAN, fields, TiffFile.rgb(stored));

        assertThat(header(tiff).width()).isEqualTo(60);
        assertCorners(renderedPicture(tiff, plan(30, OutputFormat.KEEP)));
    }

    @Test
    @DisplayName("D64: converts the colours of a TIFF's profile to sRGB")
    void convertsColours() {
        var profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        var pixels = TiffFile.plain(PIXELS, 64, 0, 255);
        // as bytes at the end, behind the pixels
        var all = Arrays.copyOf(pixels, pixels.length + profile.length);
        System.arraycopy(profile, 0, all, pixels.length, profile.length);
        var fields = TiffFile.fields(40, 30, 2, 3);
        fields.put(34675, new int[] {0});
        fields.put(279, new int[] {pixels.length});
        var tiff = TiffFile.of(ByteOrder.LITTLE_ENDIAN, fields, all);

        assertPlain(TiffFile.withBytes(tiff, 34675, profile.length), new Color(137, 0, 255));
    }

    @ParameterizedTest
    @CsvSource({"2, 5", "2, 7", "5, 6", "1, 200"})
    @DisplayName("D74: refuses a TIFF of more bands than a picture has")
    void refusesMoreBands(int photometric, int bands) {
        var fields = TiffFile.fields(40, 30, photometric, bands);
        var tiff = TiffFile.of(ByteOrder.LITTLE_ENDIAN, fields, new byte[PIXELS * bands]);

        assertCode(engine().inspect(file(tiff), List.of()), ImageRefusal.UNSUPPORTED_FORMAT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "LZW", "Deflate", "PackBits", "JPEG"})
    @DisplayName("D74: refuses a TIFF that is cut off")
    void refusesWhatIsCutOff(String compression) {
        var tiff = TiffFile.written(Painted.noise(40, 30, 7), compression, 0);
        for (var size = 12; size < tiff.length - 40; size += tiff.length / 20) {
            assertRefused(Arrays.copyOf(tiff, size), ImageRefusal.CORRUPT_IMAGE);
        }
    }

    private void assertPlain(byte[] tiff, Color expected) {
        assertColour(renderedPicture(tiff, plan(20, OutputFormat.PNG)), 0.5, 0.5, expected, 4);
    }
}
