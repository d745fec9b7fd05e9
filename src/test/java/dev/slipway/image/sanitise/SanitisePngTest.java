package dev.slipway.image.sanitise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.image.Painted;
import dev.slipway.image.PictureFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("D75: sanitising a PNG")
class SanitisePngTest {

    private static final byte[] PNG = PictureFile.png(Painted.noise(60, 40, 1));
    private static final int FIRST_CHUNK = 8;
    private static final int BEHIND_HEADER = FIRST_CHUNK + 25;
    private static final int END = 12;

    @TempDir Path folder;

    private Sanitiser sanitiser;

    @BeforeEach
    void begin() {
        sanitiser = new Sanitiser(folder);
    }

    @Test
    void takesTheMetadataOut() {
        var source = PictureFile.withChunk(PNG, "eXIf", exif(8));
        for (var type : List.of("tEXt", "zTXt", "iTXt", "tIME", "caBX")) {
            source = PictureFile.withChunk(source, type, Sanitiser.SECRET);
        }

        var clean = sanitiser.clean(source);

        sanitiser.assertSays(clean, "image/png", 8);
        assertThat(Sanitiser.pixels(clean)).isEqualTo(Sanitiser.pixels(source));
        assertThat(clean).hasSize(PNG.length + 38);
        assertThat(sanitiser.clean(noted(PNG))).isEqualTo(PNG);
    }

    @Test
    void keepsTheOrientationOfAnEndlessExif() {
        var source = noted(PictureFile.withChunk(PNG, "eXIf", Arrays.copyOf(exif(8), 70_000)));
        sanitiser.assertSays(source, "image/png", 8);

        sanitiser.assertSays(sanitiser.clean(source), "image/png", 8);
    }

    @Test
    void keepsTheFramesOfAnAnimation() {
        var animation = PictureFile.withChunk(PNG, "fcTL", new byte[26]);
        animation = PictureFile.withChunk(animation, "acTL", new byte[] {0, 0, 0, 2, 0, 0, 0, 0});
        animation = withChunkAtTheEnd(animation, "fcTL", new byte[26]);
        animation = withChunkAtTheEnd(animation, "fdAT", new byte[] {0, 0, 0, 1, 2, 3});

        assertThat(sanitiser.clean(withChunkAtTheEnd(animation, "tEXt", Sanitiser.SECRET)))
                .isEqualTo(animation);
    }

    @Test
    void cutsOffWhatFollows() {
        var longer = Arrays.copyOf(PNG, PNG.length + Sanitiser.SECRET.length);
        System.arraycopy(Sanitiser.SECRET, 0, longer, PNG.length, Sanitiser.SECRET.length);

        assertThat(sanitiser.clean(longer)).isEqualTo(PNG);
    }

    @Test
    @DisplayName("D75: a PNG that is cut off stays as it is")
    void doesNotTouchWhatIsCutOff() {
        var source = noted(PNG);
        for (var size : List.of(20, 70, source.length / 2, source.length - END)) {
            sanitiser.assertNotPossible(Arrays.copyOf(source, size));
        }
    }

    @Test
    @DisplayName("D75: a PNG without pixels stays as it is")
    void doesNotTouchWhatIsNoPicture() {
        var source = noted(PNG);
        var behindNote = BEHIND_HEADER + 12 + Sanitiser.SECRET.length;
        var none =
                ByteBuffer.allocate(behindNote + END)
                        .put(source, 0, behindNote)
                        .put(source, source.length - END, END)
                        .array();

        sanitiser.assertNotPossible(none);
    }

    private static byte[] noted(byte[] png) {
        return PictureFile.withChunk(png, "tEXt", Sanitiser.SECRET);
    }

    private static byte[] exif(int orientation) {
        var exif = PictureFile.exif(orientation);
        return Arrays.copyOfRange(exif, 6, exif.length);
    }

    private static byte[] withChunkAtTheEnd(byte[] png, String type, byte[] data) {
        var chunk =
                Arrays.copyOfRange(
                        PictureFile.withChunk(png, type, data),
                        BEHIND_HEADER,
                        BEHIND_HEADER + 12 + data.length);
        return ByteBuffer.allocate(png.length + chunk.length)
                .put(png, 0, png.length - END)
                .put(chunk)
                .put(png, png.length - END, END)
                .array();
    }
}
