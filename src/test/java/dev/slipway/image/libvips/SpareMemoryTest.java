package dev.slipway.image.libvips;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
final class SpareMemoryTest {

    private static final int BLOCK = 24 << 20;
    private static final int BLOCKS = 2;

    private final List<Runnable> later = new ArrayList<>();
    private final SpareMemory memory = new SpareMemory(later::add);

    @Test
    @DisplayName("D77: keeps a picture's memory for the next, and gives it back when none comes")
    void keepsAndGivesBack() throws IOException {
        var before = resident();
        memory.pictureBegins();
        takeAndFree();
        memory.pictureEnds();
        assertThat(resident() - before).isGreaterThan(BLOCK);

        later.forEach(Runnable::run);

        assertThat(resident() - before).isLessThan(BLOCK);
    }

    @Test
    @DisplayName("D77: keeps it as long as another picture has come")
    void keepsItAsLongAsAnotherHasCome() throws IOException {
        var before = resident();
        memory.pictureBegins();
        takeAndFree();
        memory.pictureEnds();
        memory.pictureBegins();

        later.removeFirst().run();

        assertThat(resident() - before).isGreaterThan(BLOCK);
        memory.pictureEnds();
        later.removeFirst().run();
        assertThat(resident() - before).isLessThan(BLOCK);
    }

    /// A confined arena takes its memory of `malloc`, and fills it with zeros.
    private static void takeAndFree() {
        try (var arena = Arena.ofConfined()) {
            var blocks = IntStream.range(0, BLOCKS).mapToObj(i -> arena.allocate(BLOCK)).toList();
            assertThat(blocks).extracting(MemorySegment::byteSize).containsOnly((long) BLOCK);
        }
    }

    private static long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status"), UTF_8).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst()
                .orElseThrow();
    }
}
