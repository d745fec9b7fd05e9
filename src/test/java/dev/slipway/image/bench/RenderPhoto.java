package dev.slipway.image.bench;

import dev.slipway.image.ImageRefusal;
import dev.slipway.image.Rendered;
import dev.slipway.image.Rendering;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/// What one photo costs: `ENGINE FILE ITERATIONS [FOLDER]` renders it to four widths as
/// progressive JPEGs of quality 80, and prints one line of JSON with the processor's
/// milliseconds a photo (the median of the later half of the iterations), the first photo's, and
/// the memory at its peak. With a folder, the pictures are left there.
public final class RenderPhoto {

    private RenderPhoto() {}

    public static void main(String[] arguments) throws IOException {
        var engine = Bench.engine(arguments[0]);
        var photo = Path.of(arguments[1]);
        var iterations = Integer.parseInt(arguments[2]);
        var folder =
                arguments.length > 3
                        ? Files.createDirectories(Path.of(arguments[3]))
                        : Files.createTempDirectory("bench");
        var cpu = new long[iterations];
        var wall = new long[iterations];
        var bytes = "";
        for (var i = 0; i < iterations; i++) {
            var cpuBefore = cpuNanos();
            var before = System.nanoTime();
            var rendering = Bench.render(engine, photo, folder);
            wall[i] = System.nanoTime() - before;
            cpu[i] = cpuNanos() - cpuBefore;
            bytes = bytes(rendering);
        }
        System.out.printf(
                "{\"engine\": \"%s\", \"file\": \"%s\", \"fmt\": \"jpeg\", \"cpu_first_ms\": %d,"
                        + " \"cpu_ms\": %d, \"wall_ms\": %d, \"rss_mb\": %d, \"bytes\": {%s}}%n",
                Bench.name(engine),
                photo.getFileName(),
                cpu[0] / 1_000_000,
                median(cpu),
                median(wall),
                Bench.peakMegabytes(),
                bytes);
    }

    private static String bytes(Rendering rendering) {
        return switch (rendering) {
            case Rendered(var variants) ->
                    variants.stream()
                            .map(variant -> "\"" + variant.width() + "\": " + variant.size())
                            .collect(Collectors.joining(", "));
            case ImageRefusal refusal -> throw new IllegalArgumentException(refusal.detail());
        };
    }

    private static long median(long[] nanos) {
        var later = Arrays.copyOfRange(nanos, nanos.length / 2, nanos.length);
        Arrays.sort(later);
        return later[later.length / 2] / 1_000_000;
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }
}
