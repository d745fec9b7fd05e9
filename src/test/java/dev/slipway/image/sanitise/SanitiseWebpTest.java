package dev.slipway.image.sanitise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.image.PictureFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("D75: sanitising a WebP")
class SanitiseWebpTest {

    private static final byte[] TURNED = PictureFile.resource("lossy-orientation-6.webp");
    private static final byte[] NOISE = PictureFile.resource("lossless-noise.webp");
    private static final byte[] ANIMATION = PictureFile.resource("animated-small-first-frame.webp");
    private static final byte[] XMP = Riff.chunk("XMP ", Sanitiser.SECRET);

    @TempDir Path folder;

    private Sanitiser sanitiser;

    @BeforeEach
    void begin() {
        sanitiser = new Sanitiser(folder);
    }

    @Test
    void takesTheMetadataOut() {
        var clean = sanitiser.clean(Riff.with(TURNED, XMP));

        sanitiser.assertSays(clean, "image/webp", 6);
        assertThat(Sanitiser.pixels(clean)).isEqualTo(Sanitiser.pixels(TURNED));
        assertThat(clean[20] & 0x0c).isEqualTo(0x08);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lossless-noise.webp",
                "lossless-half-transparent.webp",
                "lossy-half-transparent.webp",
                "animated-small-first-frame.webp"
            })
    void leavesItsDataAsTheyAre(String name) {
        var picture = PictureFile.resource(name);

        assertThat(sanitiser.clean(Riff.with(picture, XMP))).isEqualTo(picture);
    }

    @Test
    void keepsAllFramesOfAnAnimation() {
        var clean = sanitiser.clean(Riff.with(ANIMATION, Riff.chunk("EXIF", exif(6))));

        sanitiser.assertSays(clean, "image/webp", 6);
        assertThat(sanitiser.header(clean).frames()).isEqualTo(2);
        assertThat(Riff.chunks(clean))
                .extracting(Riff::type)
                .containsExactly("VP8X", "ANIM", "ANMF", "ANMF", "EXIF");
    }

    @Test
    void keepsTheOrientationOfAnEndlessExif() {
        var chunks = Riff.chunks(TURNED);
        chunks.set(2, Riff.chunk("EXIF", Arrays.copyOf(exif(8), 70_000)));
        var source = Riff.file(chunks);
        sanitiser.assertSays(source, "image/webp", 8);

        sanitiser.assertSays(sanitiser.clean(source), "image/webp", 8);
    }

    @Test
    @DisplayName("D75: a WebP whose last chunk lacks the byte that makes it even is sanitised")
    void fillsUpTheLastChunk() {
        assertThat(Sanitiser.SECRET.length % 2).isEqualTo(1);
        var odd = Riff.with(TURNED, XMP);
        var source = Riff.withSize(Arrays.copyOf(odd, odd.length - 1), odd.length - 9);
        sanitiser.assertSays(source, "image/webp", 6);

        assertThat(sanitiser.clean(source)).isEqualTo(sanitiser.clean(odd));
    }

    @Test
    void fillsUpTheLastChunkOfThePicture() {
        assertThat(Riff.chunks(NOISE).getFirst()).hasSize(8 + 1036);
        var source = Riff.withSize(Arrays.copyOf(NOISE, NOISE.length - 1), NOISE.length - 9);

        assertThat(sanitiser.clean(source)).isEqualTo(NOISE);
    }

    @Test
    void cutsOffWhatFollows() {
        var longer = Arrays.copyOf(NOISE, NOISE.length + Sanitiser.SECRET.length);
        System.arraycopy(Sanitiser.SECRET, 0, longer, NOISE.length, Sanitiser.SECRET.length);

        assertThat(sanitiser.clean(longer)).isEqualTo(NOISE);
    }

    @Test
    @DisplayName("D75: a WebP that says to be shorter than its picture stays as it is")
    void doesNotBelieveAWrongSize() {
        for (var source : List.of(NOISE, Riff.with(TURNED, XMP), Riff.with(ANIMATION, XMP))) {
            for (var size : List.of(0, 4, 12, 22, 40)) {
                sanitiser.assertNotPossible(Riff.withSize(source, size));
            }
            sanitiser.assertNotPossible(Arrays.copyOf(source, 40));
            sanitiser.assertNotPossible(Riff.withSize(source, source.length));
            sanitiser.assertNotPossible(Riff.withSize(source, -1));
        }
    }

    private static byte[] exif(int orientation) {
        var exif = PictureFile.exif(orientation);
        return Arrays.copyOfRange(exif, 6, exif.length);
    }
}
