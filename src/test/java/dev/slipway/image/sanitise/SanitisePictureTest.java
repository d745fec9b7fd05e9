package dev.slipway.image.sanitise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.image.ImageHeader;
import dev.slipway.image.ImageLimits;
import dev.slipway.image.Painted;
import dev.slipway.image.PictureFile;
import dev.slipway.image.jdk.JdkEngine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("D75: sanitising a picture")
class SanitisePictureTest {

    private static final byte[] SECRET = PictureFile.SECRET.getBytes(StandardCharsets.US_ASCII);
    private static final byte[] JPEG = PictureFile.jpeg(Painted.plain(60, 40, Painted.RED));
    private static final byte[] PNG = PictureFile.png(Painted.plain(60, 40, Painted.RED));
    private static final byte[] WEBP = PictureFile.resource("lossy-orientation-6.webp");

    @TempDir Path folder;

    private int files;

    @Test
    void takesTheMetadataOutOfAJpeg() throws IOException {
        var source = PictureFile.withExif(JPEG, 6);
        for (var marker : List.of(0xe1, 0xed, 0xfe, 0xe4, 0xec)) {
            source = PictureFile.withSegment(source, marker, SECRET);
        }

        var clean = sanitised(source);

        assertSays(clean, "image/jpeg", 6);
        assertSamePixels(source, clean);
        assertThat(clean).hasSize(JPEG.length + 36);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void leavesTheDataOfAJpegAsItIs(boolean progressive) throws IOException {
        var photo = PictureFile.jpeg(Painted.plain(300, 200, Painted.RED), 0.9f, progressive);
        var noted = PictureFile.withSegment(photo, 0xfe, SECRET);

        assertThat(sanitised(noted)).isEqualTo(photo);
    }

    @Test
    void keepsTheColourProfileOfAJpeg() throws IOException {
        var profile = ("ICC_PROFILE\0\1\1" + "p".repeat(500)).getBytes(StandardCharsets.US_ASCII);
        var coloured = PictureFile.withSegment(JPEG, 0xe2, profile);
        var several = ("MPF\0" + PictureFile.SECRET).getBytes(StandardCharsets.US_ASCII);

        assertThat(sanitised(PictureFile.withSegment(coloured, 0xe2, several))).isEqualTo(coloured);
    }

    @Test
    void cutsOffWhatACameraAppends() throws IOException {
        var film = Arrays.copyOf(JPEG, JPEG.length + SECRET.length);
        System.arraycopy(SECRET, 0, film, JPEG.length, SECRET.length);

        assertThat(sanitised(film)).isEqualTo(JPEG);
    }

    @Test
    void takesTheMetadataOutOfAPng() throws IOException {
        var exif = PictureFile.exif(8);
        var source = PictureFile.withChunk(PNG, "eXIf", Arrays.copyOfRange(exif, 6, exif.length));
        for (var type : List.of("tEXt", "zTXt", "iTXt", "tIME", "caBX")) {
            source = PictureFile.withChunk(source, type, SECRET);
        }

        var clean = sanitised(source);

        assertSays(clean, "image/png", 8);
        assertSamePixels(source, clean);
        assertThat(clean).hasSize(PNG.length + 38);
        assertThat(sanitised(PictureFile.withChunk(PNG, "tEXt", SECRET))).isEqualTo(PNG);
    }

    @Test
    void takesTheMetadataOutOfAWebp() throws IOException {
        var source = new ByteArrayOutputStream();
        source.writeBytes(WEBP);
        source.writeBytes("XMP ".getBytes(StandardCharsets.US_ASCII));
        source.writeBytes(new byte[] {(byte) SECRET.length, 0, 0, 0});
        source.writeBytes(SECRET);
        source.writeBytes(new byte[SECRET.length % 2]);
        var bytes = source.toByteArray();
        var size = bytes.length - 8;
        bytes[4] = (byte) size;
        bytes[5] = (byte) (size >> 8);
        bytes[6] = (byte) (size >> 16);

        var clean = sanitised(bytes);

        assertSays(clean, "image/webp", 6);
        assertSamePixels(WEBP, clean);
        assertThat(clean[20] & 0x0c).isEqualTo(0x08);
    }

    @Test
    @DisplayName("D75: leaves what is clean, what is broken and what it does not know as it is")
    void leavesTheRest() throws IOException {
        for (var bytes :
                List.of(
                        JPEG,
                        PNG,
                        Arrays.copyOf(PictureFile.withExif(JPEG, 3), 30),
                        Arrays.copyOf(PictureFile.withChunk(PNG, "tEXt", SECRET), 70),
                        Arrays.copyOf(WEBP, 40),
                        PictureFile.gif(Painted.plain(2, 2, Painted.RED)),
                        new byte[0])) {
            var target = folder.resolve("clean-" + files);
            assertThat(SanitisePicture.sanitise(written(bytes), target)).isFalse();
            assertThat(target).doesNotExist();
        }
    }

    @Test
    void knowsItsTypes() {
        assertThat(List.of("image/jpeg", "image/png", "image/webp"))
                .allMatch(SanitisePicture::canBe);
        assertThat(List.of("image/gif", "image/heic", "text/plain"))
                .noneMatch(SanitisePicture::canBe);
    }

    /// Also: nothing secret is left, and nothing changes when it is done again.
    private byte[] sanitised(byte[] bytes) throws IOException {
        var target = folder.resolve("clean-" + files);
        assertThat(SanitisePicture.sanitise(written(bytes), target)).isTrue();
        var clean = Files.readAllBytes(target);
        assertThat(new String(clean, StandardCharsets.ISO_8859_1))
                .doesNotContain(PictureFile.SECRET);
        assertThat(SanitisePicture.sanitise(target, folder.resolve("again-" + files))).isFalse();
        return clean;
    }

    private Path written(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("source-" + ++files), bytes);
    }

    private void assertSays(byte[] bytes, String format, int orientation) throws IOException {
        var engine = new JdkEngine(ImageLimits.within(1 << 26), Duration.ofMinutes(1));
        assertThat(engine.inspect(written(bytes), List.of()))
                .isInstanceOfSatisfying(
                        ImageHeader.class,
                        header -> {
                            assertThat(header.format()).isEqualTo(format);
                            assertThat(header.orientation()).isEqualTo(orientation);
                        });
    }

    private static void assertSamePixels(byte[] before, byte[] after) throws IOException {
        assertThat(pixels(after)).isEqualTo(pixels(before));
    }

    private static int[] pixels(byte[] bytes) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(bytes));
        var width = image.getWidth();
        return image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    }
}
