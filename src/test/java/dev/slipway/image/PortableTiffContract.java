package dev.slipway.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.awt.Color;
import java.lang.management.ManagementFactory;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the engines that read TIFF in Java make of one that is rare, or claims more than it is.
public abstract class PortableTiffContract extends EngineCase {

    private static final long MEBIBYTE = 1 << 20;
    private static final int PIXELS = 40 * 30;

    @Test
    @DisplayName("D74: takes no memory for fields that no pixel needs, however often they name it")
    void ignoresFieldsThatNoPixelNeeds() {
        var fields = grey();
        for (var tag = 40_000; tag < 40_500; tag++) {
            fields.put(tag, new int[] {0});
        }
        var pixels = Arrays.copyOf(TiffFile.plain(PIXELS, 100), (int) MEBIBYTE);
        fields.put(279, new int[] {PIXELS});
        var tiff = TiffFile.of(ByteOrder.LITTLE_ENDIAN, fields, pixels);
        for (var tag = 40_000; tag < 40_500; tag++) {
            TiffFile.withBytes(tiff, tag, (int) MEBIBYTE);
        }
        var before = allocated();

        var picture = renderedPicture(tiff, plan(20, OutputFormat.PNG));

        assertColour(picture, 0.5, 0.5, new Color(100, 100, 100));
        assertThat(allocated() - before).isLessThan(100 * MEBIBYTE);
    }

    @Test
    @DisplayName("D74: refuses a TIFF whose parts share their bytes or lie outside of it")
    void refusesImpossibleParts() {
        var rows = grey();
        rows.put(278, new int[] {10});
        rows.put(279, new int[] {400, 400, 400});
        assertThat(header(tiff(rows)).width()).isEqualTo(40);

        rows.put(279, new int[] {1200, 1200, 1200});
        rows.put(273, new int[] {150, 150, 150});
        assertCorrupt(rows);
        rows.put(279, new int[] {400, 400, 400});
        rows.put(273, new int[] {150, 600, 100_000});
        assertCorrupt(rows);
        rows.put(279, new int[] {400, 400});
        assertCorrupt(rows);
        rows.put(279, new int[] {400, 400, 0});
        assertCorrupt(rows);
    }

    @Test
    @DisplayName("D74: refuses a TIFF in tiles larger than the picture, or in too many")
    void refusesImpossibleTiles() {
        var large = tiles(1 << 16, 1 << 16);
        assertCorrupt(large);
        assertCorrupt(tiles(0, 16));
        var many = tiles(1, 1);
        many.put(256, new int[] {1000});
        many.put(257, new int[] {1000});
        assertCode(inspected(many), ImageRefusal.UNSUPPORTED_FORMAT);
    }

    @Test
    @DisplayName("D64: reads a TIFF of fewer colours than pixels, as video has")
    void readsSubsampledColours() {
        // four of brightness to each pair of colours
        var video = TiffFile.fields(40, 30, 6, 3);
        video.put(530, new int[] {2, 2});
        var blocks = TiffFile.plain(PIXELS / 4, 76, 76, 76, 76, 85, 255);
        var red =
                renderedPicture(
                        TiffFile.of(ByteOrder.LITTLE_ENDIAN, video, blocks),
                        plan(20, OutputFormat.PNG));
        assertColour(red, 0.5, 0.5, new Color(254, 0, 0), 8);
    }

    @ParameterizedTest
    @CsvSource({"256, 0", "257, 0", "256, -1", "277, 0"})
    @DisplayName("D74: refuses a TIFF of an impossible size")
    void refusesImpossibleSizes(int tag, int value) {
        var fields = grey();
        fields.put(tag, new int[] {value});
        assertThat(inspected(fields)).isInstanceOf(ImageRefusal.class);
    }

    @Test
    @DisplayName("D74: refuses a TIFF of too many pixels by its header")
    void refusesTooManyPixels() {
        var fields = grey();
        fields.put(256, new int[] {30_000});
        fields.put(257, new int[] {30_000});
        assertCode(inspected(fields), ImageRefusal.TOO_MANY_PIXELS);
    }

    @ParameterizedTest
    @CsvSource({"339, 3", "258, 12", "258, 32", "259, 6", "259, 34712", "262, 32844"})
    @DisplayName("D64: says of a TIFF of a rare kind that it is not read")
    void refusesRareKinds(int tag, int value) {
        var fields = grey();
        fields.put(tag, new int[] {value});
        assertCode(inspected(fields), ImageRefusal.UNSUPPORTED_FORMAT);
    }

    @Test
    @DisplayName("D64: says of a BigTIFF that it is not read")
    void refusesBigTiff() {
        var big = new byte[100];
        System.arraycopy(new byte[] {'I', 'I', 43, 0, 8}, 0, big, 0, 5);
        var refusal = (ImageRefusal) engine().inspect(file(big), List.of());
        assertThat(refusal.code()).isEqualTo(ImageRefusal.UNSUPPORTED_FORMAT);
        assertThat(refusal.detail()).contains("BigTIFF");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("D74: believes no JPEG within a TIFF that is larger than its part, or progressive")
    void believesNoLargerJpeg(boolean progressive) {
        var size = progressive ? 40 : 400;
        var jpeg = PictureFile.jpeg(Painted.corners(size, 30), 0.8f, progressive);
        var fields = TiffFile.fields(40, 30, 6, 3);
        fields.put(259, new int[] {7});
        var tiff = TiffFile.of(ByteOrder.LITTLE_ENDIAN, fields, jpeg);

        assertRefused(
                tiff, progressive ? ImageRefusal.UNSUPPORTED_FORMAT : ImageRefusal.CORRUPT_IMAGE);
    }

    private static Map<Integer, int[]> grey() {
        return TiffFile.fields(40, 30, 1, 1);
    }

    private static Map<Integer, int[]> tiles(int width, int height) {
        var fields = grey();
        fields.put(322, new int[] {width});
        fields.put(323, new int[] {height});
        fields.put(324, new int[] {150});
        fields.put(325, new int[] {PIXELS});
        return fields;
    }

    private static byte[] tiff(Map<Integer, int[]> fields) {
        return TiffFile.of(ByteOrder.LITTLE_ENDIAN, fields, TiffFile.plain(PIXELS, 100));
    }

    private Inspection inspected(Map<Integer, int[]> fields) {
        return engine().inspect(file(tiff(fields)), List.of());
    }

    private void assertCorrupt(Map<Integer, int[]> fields) {
        assertCode(inspected(fields), ImageRefusal.CORRUPT_IMAGE);
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }
}
