package dev.slipway.image;

import dev.slipway.image.imgscalr.ImgscalrEngine;
import dev.slipway.image.jdk.JdkEngine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a photo costs: `FILE ITERATIONS ENGINE [THREADS] [FOLDER]` renders it to four widths,
/// as progressive JPEGs of quality 80, and prints one line of JSON: how many of the iterations
/// were `done` and, of one thread, the processor's milliseconds a photo.
public final class MeasureEngine {

    private static final ImageLimits LIMITS = new ImageLimits(1 << 30, 1 << 30, 1, 1L << 40);

    private MeasureEngine() {}

    public static void main(String[] arguments) throws Exception {
        var photo = Path.of(arguments[0]);
        var iterations = Integer.parseInt(arguments[1]);
        var engine = engine(arguments[2]);
        var threads = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 1;
        var folder = Path.of(arguments.length > 4 ? arguments[4] : "target/measured");
        Files.createDirectories(folder);
        List<Future<Long>> jobs;
        try (var pool = Executors.newFixedThreadPool(threads)) {
            jobs =
                    IntStream.range(0, iterations)
                            .mapToObj(i -> pool.submit(() -> cpuOf(engine, photo, folder, i)))
                            .toList();
        }
        var done = jobs.stream().filter(job -> job.state() == Future.State.SUCCESS).toList();
        var warm = done.stream().skip(done.size() / 2).map(Future::resultNow).sorted().toList();
        System.out.printf(
                "{\"engine\": \"%s\", \"file\": \"%s\", \"done\": \"%d of %d\", \"cpu_ms\": %s,"
                        + " %s}%n",
                engine.capabilities().id(),
                photo.getFileName(),
                done.size(),
                iterations,
                warm.isEmpty() ? "null" : warm.get(warm.size() / 2),
                peak());
    }

    private static ImageEngine engine(String name) {
        return switch (name) {
            case "imgscalr" -> new ImgscalrEngine(LIMITS);
            case "jdk" -> new JdkEngine(LIMITS, Duration.ofMinutes(1));
            default -> throw new IllegalArgumentException("no engine: " + name);
        };
    }

    private static long cpuOf(ImageEngine engine, Path photo, Path folder, int iteration)
            throws IOException {
        var name = photo.getFileName().toString().replaceFirst("\\..*", "");
        var plans =
                Stream.of(300, 500, 800, 1600)
                        .map(width -> VariantPlan.of(name + "__" + width, Fit.WIDTH, width))
                        .map(plan -> plan.as(OutputFormat.JPEG, 80, true))
                        .toList();
        var own = Files.createDirectories(folder.resolve(Integer.toString(iteration)));
        var before = cpuMillis();
        var header = (ImageHeader) engine.inspect(photo, plans);
        var rendered = (Rendered) engine.render(photo, header, plans, own, variant -> {});
        return rendered.variants().isEmpty() ? 0 : cpuMillis() - before;
    }

    private static long cpuMillis() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                        .getProcessCpuTime()
                / 1_000_000;
    }

    private static String peak() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .map(line -> "\"rss_kb\": " + line.replaceAll("\\D", ""))
                    .collect(Collectors.joining());
        }
    }
}
