package dev.slipway.image.sanitise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.image.Painted;
import dev.slipway.image.PictureFile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("D75: sanitising a JPEG")
class SanitiseJpegTest extends SanitiserCase {

    private static final BufferedImage NOISE = Painted.noise(60, 40, 1);
    private static final byte[] JPEG = PictureFile.jpeg(NOISE);

    /// The application segment that the JDK begins with.
    private static final int JFIF_END = 20;

    @Test
    void takesTheMetadataOut() {
        var source = PictureFile.withExif(JPEG, 6);
        for (var marker : List.of(0xe1, 0xed, 0xfe, 0xe4, 0xec)) {
            source = PictureFile.withSegment(source, marker, SECRET);
        }

        var clean = clean(source);

        assertSays(clean, "image/jpeg", 6);
        assertThat(pixels(clean)).isEqualTo(pixels(source));
        assertThat(clean).hasSize(JPEG.length + 36);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void leavesItsDataAsTheyAre(boolean progressive) {
        var photo = PictureFile.jpeg(Painted.noise(300, 200, 2), 0.9f, progressive);

        assertThat(clean(noted(photo))).isEqualTo(photo);
    }

    @Test
    void leavesRestartMarkers() throws IOException {
        var photo = withRestarts(Painted.noise(300, 200, 3), 2);
        assertThat(text(photo)).contains("\u00ff\u00d0", "\u00ff\u00d7");

        assertThat(clean(noted(photo))).isEqualTo(photo);
    }

    @Test
    void keepsTheColourProfileInSeveralSegments() {
        var first = ("ICC_PROFILE\0\1\2" + "p".repeat(500)).getBytes(StandardCharsets.US_ASCII);
        var second = ("ICC_PROFILE\0\2\2" + "q".repeat(300)).getBytes(StandardCharsets.US_ASCII);
        var coloured = PictureFile.withSegment(JPEG, 0xe2, second);
        coloured = PictureFile.withSegment(coloured, 0xe2, first);
        var several = ("MPF\0" + PictureFile.SECRET).getBytes(StandardCharsets.US_ASCII);

        assertThat(clean(PictureFile.withSegment(coloured, 0xe2, several))).isEqualTo(coloured);
    }

    @Test
    void keepsWhatAdobeSaysOfFourColours() {
        var adobe = new byte[] {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 2};
        var photo = PictureFile.withSegment(fourColours(), 0xee, adobe);
        assertThat(clean(noted(photo))).isEqualTo(photo);

        var longer = withSecret(adobe);
        assertThat(clean(PictureFile.withSegment(fourColours(), 0xee, longer))).isEqualTo(photo);
    }

    @Test
    void takesTheThumbnailOutOfJfif() {
        var thumbnail = new byte[3 * 7 * 3];
        System.arraycopy(SECRET, 0, thumbnail, 0, SECRET.length);
        var source =
                ByteBuffer.allocate(JPEG.length + thumbnail.length)
                        .put(JPEG, 0, JFIF_END)
                        .put(thumbnail)
                        .put(JPEG, JFIF_END, JPEG.length - JFIF_END)
                        .putShort(4, (short) (16 + thumbnail.length))
                        .put(18, (byte) 7)
                        .put(19, (byte) 3)
                        .array();

        assertThat(clean(source)).isEqualTo(JPEG);
    }

    @Test
    @DisplayName("D75: a JPEG with bytes between its segments, which no reader minds, is sanitised")
    void passesOverWhatNoReaderMinds() {
        var source = PictureFile.withExif(JPEG, 6);
        var end = 4 + PictureFile.exif(6).length + 2;
        var padded =
                ByteBuffer.allocate(source.length + 3)
                        .put(source, 0, end - 2)
                        .put(new byte[] {0, 7, 0})
                        .put(source, end - 2, source.length - end + 2)
                        .array();
        assertSays(padded, "image/jpeg", 6);

        assertThat(clean(padded)).isEqualTo(clean(source));
    }

    @Test
    void cutsOffWhatACameraAppends() {
        var film = withSecret(JPEG);

        assertThat(clean(film)).isEqualTo(JPEG);
    }

    @Test
    void keepsAnOrientationOfAnotherNumberType() {
        var exif =
                ByteBuffer.allocate(32)
                        .put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII))
                        .putInt(8)
                        .putShort((short) 1)
                        .putShort((short) 0x0112)
                        .putShort((short) 4)
                        .putInt(1)
                        .putInt(6)
                        .putInt(0)
                        .array();
        var source = noted(PictureFile.withSegment(JPEG, 0xe1, exif));
        assertSays(source, "image/jpeg", 6);

        assertSays(clean(source), "image/jpeg", 6);
    }

    @Test
    @DisplayName("D75: a JPEG that is cut off stays as it is: nothing completes it")
    void doesNotCompleteWhatIsCutOff() {
        var source = noted(PictureFile.jpeg(Painted.noise(300, 200, 4)));
        for (var size : List.of(30, source.length / 2, source.length - 2, source.length - 1)) {
            assertNotPossible(Arrays.copyOf(source, size));
        }
    }

    @Test
    @DisplayName("D75: a JPEG without a picture stays as it is")
    void doesNotTouchWhatIsNoPicture() {
        assertNotPossible(
                new byte[] {
                    (byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xd9, 'r', 'e', 's', 't'
                });
        var other = JPEG.clone();
        other[3] = (byte) 0xd9;
        assertNotPossible(other);
    }

    private static byte[] noted(byte[] jpeg) {
        return PictureFile.withSegment(jpeg, 0xfe, SECRET);
    }

    private static byte[] fourColours() {
        var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 60, 40, 4, null);
        var samples = new byte[60 * 40 * 4];
        new Random(5).nextBytes(samples);
        raster.setDataElements(0, 0, 60, 40, samples);
        return written(new IIOImage(raster, null, null));
    }

    private static byte[] withRestarts(BufferedImage image, int interval) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var metadata =
                writer.getDefaultImageMetadata(
                        ImageTypeSpecifier.createFromRenderedImage(image), null);
        var root = metadata.getAsTree(metadata.getNativeMetadataFormatName());
        var restarts = new IIOMetadataNode("dri");
        restarts.setAttribute("interval", String.valueOf(interval));
        root.getLastChild().insertBefore(restarts, root.getLastChild().getLastChild());
        metadata.setFromTree(metadata.getNativeMetadataFormatName(), root);
        return written(new IIOImage(image, null, metadata));
    }

    private static byte[] written(IIOImage image) {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(image);
        } catch (IOException e) {
            throw new AssertionError(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
