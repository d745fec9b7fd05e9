package dev.slipway.image.libvips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.image.ImageRefusal;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledIf(
        value = "dev.slipway.image.libvips.HereIsLibvips#usable",
        disabledReason = "no usable libvips on this machine")
@DisplayName("D81: a picture is blamed for what is wrong with it, and for nothing else")
final class BlameTest {

    private final Libvips vips = HereIsLibvips.get().vips();

    @TempDir private Path folder;
    private Path readable;

    @BeforeEach
    void aFileThatCanBeRead() throws Exception {
        readable = Files.write(folder.resolve("source"), new byte[100_000]);
    }

    @Test
    void refusesABrokenPicture() throws Exception {
        try (var job = new Job(vips)) {
            var load = job.operation("pngload_source").set("source", job.source(readable));
            assertRefused(failure(load::image));
        }
    }

    /// A hundred terabytes of pixels.
    @Test
    void letsALackOfMemoryPass() {
        try (var job = new Job(vips)) {
            assertPasses(failure(() -> endless(job).inMemory()));
        }
    }

    /// All threads share one buffer for their words.
    @Test
    void letsItPassWhenAnotherThreadHasTakenItsWords() {
        try (var job = new Job(vips);
                var other = new Job(vips)) {
            failure(() -> endless(other).inMemory());
            assertPasses(new LibvipsFailure("copy_memory", job.words()));
        }
        try (var job = new Job(vips)) {
            assertRefused(new LibvipsFailure("copy_memory", job.words()));
        }
    }

    @Test
    void letsASourcePassThatCannotBeOpened() {
        try (var job = new Job(vips)) {
            assertPasses(failure(() -> job.source(folder.resolve("nowhere"))));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unix error: No space left on device",
                "system error: Too many open files",
                "jpegload_source: Insufficient memory (case 4)"
            })
    void letsPassWhatIsWrongWithTheMachine(String words) {
        assertThat(Words.isShortage(words)).isTrue();
    }

    /// A folder opens like a file, and fails when it is read.
    @Test
    void letsASourcePassThatCannotBeRead() {
        var failure = new LibvipsFailure("pngload_source", new Words.Said("", false));

        assertThatThrownBy(() -> Blame.of(failure, folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(folder.toString());
    }

    private static VipsImage endless(Job job) throws LibvipsFailure {
        return job.operation("black").set("width", 10_000_000).set("height", 10_000_000).image();
    }

    private void assertPasses(LibvipsFailure failure) {
        assertThatThrownBy(() -> Blame.of(failure, readable))
                .isInstanceOf(UncheckedIOException.class);
    }

    private void assertRefused(LibvipsFailure failure) {
        assertThat(Blame.of(failure, readable).refusal().code())
                .isEqualTo(ImageRefusal.CORRUPT_IMAGE);
    }

    private interface Work {
        Object run() throws LibvipsFailure;
    }

    private static LibvipsFailure failure(Work work) {
        try {
            throw new AssertionError("succeeded: " + work.run());
        } catch (LibvipsFailure failure) {
            return failure;
        }
    }
}
