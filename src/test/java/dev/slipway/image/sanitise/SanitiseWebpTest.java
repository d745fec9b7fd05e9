package dev.slipway.image.sanitise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.image.PictureFile;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("D75: sanitising a WebP")
class SanitiseWebpTest extends SanitiserCase {

    private static final byte[] TURNED = PictureFile.resource("lossy-orientation-6.webp");
    private static final byte[] NOISE = PictureFile.resource("lossless-noise.webp");
    private static final byte[] ANIMATION = PictureFile.resource("animated-small-first-frame.webp");
    private static final byte[] XMP = Riff.chunk("XMP ", SECRET);

    @Test
    void takesTheMetadataOut() {
        var clean = clean(Riff.with(TURNED, XMP));

        assertSays(clean, "image/webp", 6);
        assertThat(pixels(clean)).isEqualTo(pixels(TURNED));
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

        assertThat(clean(Riff.with(picture, XMP))).isEqualTo(picture);
    }

    @Test
    void keepsAllFramesOfAnAnimation() {
        var clean = clean(Riff.with(ANIMATION, Riff.chunk("EXIF", PictureFile.bareExif(6))));

        assertSays(clean, "image/webp", 6);
        assertThat(header(clean).frames()).isEqualTo(2);
        assertThat(Riff.chunks(clean))
                .extracting(Riff::type)
                .containsExactly("VP8X", "ANIM", "ANMF", "ANMF", "EXIF");
    }

    @Test
    void keepsTheOrientationOfAnEndlessExif() {
        var chunks = Riff.chunks(TURNED);
        chunks.set(2, Riff.chunk("EXIF", Arrays.copyOf(PictureFile.bareExif(8), 70_000)));
        var source = Riff.file(chunks);
        assertSays(source, "image/webp", 8);

        assertSays(clean(source), "image/webp", 8);
    }

    @Test
    @DisplayName("D75: a WebP whose last chunk lacks the byte that makes it even is sanitised")
    void fillsUpTheLastChunk() {
        assertThat(SECRET.length % 2).isEqualTo(1);
        var odd = Riff.with(TURNED, XMP);
        var source = Riff.withSize(Arrays.copyOf(odd, odd.length - 1), odd.length - 9);
        assertSays(source, "image/webp", 6);

        assertThat(clean(source)).isEqualTo(clean(odd));
    }

    @Test
    void fillsUpTheLastChunkOfThePicture() {
        assertThat(Riff.chunks(NOISE).getFirst()).hasSize(8 + 1036);
        var source = Riff.withSize(Arrays.copyOf(NOISE, NOISE.length - 1), NOISE.length - 9);

        assertThat(clean(source)).isEqualTo(NOISE);
    }

    @Test
    void cutsOffWhatFollows() {
        var longer = withSecret(NOISE);

        assertThat(clean(longer)).isEqualTo(NOISE);
    }

    @Test
    @DisplayName("D75: a WebP that says to be shorter than its picture stays as it is")
    void doesNotBelieveAWrongSize() {
        for (var source : List.of(NOISE, Riff.with(TURNED, XMP), Riff.with(ANIMATION, XMP))) {
            for (var size : List.of(0, 4, 12, 22, 40)) {
                assertNotPossible(Riff.withSize(source, size));
            }
            assertNotPossible(Arrays.copyOf(source, 40));
            assertNotPossible(Riff.withSize(source, source.length));
            assertNotPossible(Riff.withSize(source, -1));
        }
    }
}
