package dev.slipway.image.sanitise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.image.Painted;
import dev.slipway.image.PictureFile;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("D75: sanitising a PNG")
class SanitisePngTest extends SanitiserCase {

    private static final byte[] PNG = PictureFile.png(Painted.noise(60, 40, 1));
    private static final int FIRST_CHUNK = 8;
    private static final int BEHIND_HEADER = FIRST_CHUNK + 25;
    private static final int END = 12;

    @Test
    void takesTheMetadataOut() {
        var source = PictureFile.withChunk(PNG, "eXIf", PictureFile.bareExif(8));
        for (var type : List.of("tEXt", "zTXt", "iTXt", "tIME", "caBX")) {
            source = PictureFile.withChunk(source, type, SECRET);
        }

        var clean = clean(source);

        assertSays(clean, "image/png", 8);
        assertThat(pixels(clean)).isEqualTo(pixels(source));
        assertThat(clean).hasSize(PNG.length + 38);
        assertThat(clean(noted(PNG))).isEqualTo(PNG);
    }

    @Test
    void keepsTheOrientationOfAnEndlessExif() {
        var source =
                noted(
                        PictureFile.withChunk(
                                PNG, "eXIf", Arrays.copyOf(PictureFile.bareExif(8), 70_000)));
        assertSays(source, "image/png", 8);

        assertSays(clean(source), "image/png", 8);
    }

    @Test
    void keepsTheFramesOfAnAnimation() {
        var animation = PictureFile.withChunk(PNG, "fcTL", new byte[26]);
        animation = PictureFile.withChunk(animation, "acTL", new byte[] {0, 0, 0, 2, 0, 0, 0, 0});
        animation = withChunkAtTheEnd(animation, "fcTL", new byte[26]);
        animation = withChunkAtTheEnd(animation, "fdAT", new byte[] {0, 0, 0, 1, 2, 3});

        assertThat(clean(withChunkAtTheEnd(animation, "tEXt", SECRET))).isEqualTo(animation);
    }

    @Test
    void cutsOffWhatFollows() {
        var longer = withSecret(PNG);

        assertThat(clean(longer)).isEqualTo(PNG);
    }

    @Test
    @DisplayName("D75: a PNG that is cut off stays as it is")
    void doesNotTouchWhatIsCutOff() {
        var source = noted(PNG);
        for (var size : List.of(20, 70, source.length / 2, source.length - END)) {
            assertNotPossible(Arrays.copyOf(source, size));
        }
    }

    @Test
    @DisplayName("D75: a PNG without pixels stays as it is")
    void doesNotTouchWhatIsNoPicture() {
        var source = noted(PNG);
        var behindNote = BEHIND_HEADER + 12 + SECRET.length;
        var none =
                ByteBuffer.allocate(behindNote + END)
                        .put(source, 0, behindNote)
                        .put(source, source.length - END, END)
                        .array();

        assertNotPossible(none);
    }

    private static byte[] noted(byte[] png) {
        return PictureFile.withChunk(png, "tEXt", SECRET);
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
