package dev.slipway.image.libvips;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Takes and frees the memory of two pictures, in a Java of its own, and says after each step how
/// many MiB the process has grown by.
final class KeepAlone {

    private static final int BLOCKS = 2;
    private static final int BLOCK = 24 << 20;

    private final List<Runnable> later = new ArrayList<>();
    private final SpareMemory memory = new SpareMemory(later::add);
    private final long before = resident();

    private KeepAlone() throws IOException {}

    static void main() throws IOException {
        new KeepAlone().run();
    }

    private void run() throws IOException {
        memory.pictureBegins();
        takeAndFree();
        memory.pictureEnds();
        say("after a picture");
        memory.pictureBegins();
        later.removeFirst().run();
        say("in the next one");
        memory.pictureEnds();
        later.removeFirst().run();
        say("when no other came");
    }

    /// An arena takes its memory of `malloc`, and fills it with zeros.
    private static void takeAndFree() {
        try (var arena = Arena.ofConfined()) {
            var taken =
                    IntStream.range(0, BLOCKS)
                            .mapToObj(i -> arena.allocate(BLOCK))
                            .mapToLong(MemorySegment::byteSize)
                            .sum();
            System.out.println("took " + (taken >> 20));
        }
    }

    private void say(String when) throws IOException {
        System.out.println(when + " " + (resident() - before >> 20));
    }

    private static long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst()
                .orElseThrow();
    }
}
