package dev.slipway.image.bench;

import dev.slipway.image.Fit;
import dev.slipway.image.ImageEngine;
import dev.slipway.image.ImageHeader;
import dev.slipway.image.ImageLimits;
import dev.slipway.image.ImageRefusal;
import dev.slipway.image.OutputFormat;
import dev.slipway.image.Rendering;
import dev.slipway.image.VariantPlan;
import dev.slipway.image.imgscalr.ImgscalrEngine;
import dev.slipway.image.jdk.JdkEngine;
import dev.slipway.image.libvips.FindLibvips;
import dev.slipway.image.libvips.UnusableLibvips;
import dev.slipway.image.libvips.UsableLibvips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/// The engines and the task of all measurements: four widths as progressive JPEGs of quality 80.
/// `-Dbench.libvips` names a libvips other than the system's, and
/// `-Dbench.max-pixels` a limit other than the usual.
final class Bench {

    private static final ImageLimits LIMITS =
            new ImageLimits(
                    Long.getLong("bench.max-pixels", ImageLimits.MAX_PIXELS),
                    ImageLimits.MAX_PROGRESSIVE_PIXELS,
                    ImageLimits.MAX_FRAMES,
                    1L << 40);

    private Bench() {}

    static ImageEngine engine(String name) {
        return switch (name) {
            case "imgscalr" -> new ImgscalrEngine(LIMITS);
            case "jdk" -> new JdkEngine(LIMITS, Duration.ofMinutes(1));
            case "libvips" -> {
                var path = Optional.ofNullable(System.getProperty("bench.libvips"));
                yield switch (FindLibvips.at(path.map(Path::of))) {
                    case UsableLibvips usable -> usable.engine(LIMITS, Duration.ofMinutes(1));
                    case UnusableLibvips(var reason) -> throw new IllegalStateException(reason);
                };
            }
            default -> throw new IllegalArgumentException("no engine: " + name);
        };
    }

    static Rendering render(ImageEngine engine, Path photo, Path folder) {
        var name = photo.getFileName().toString().replaceFirst("\\..*", "");
        var plans =
                Stream.of(300, 500, 800, 1600)
                        .map(width -> VariantPlan.of(name + "__" + width, Fit.WIDTH, width))
                        .map(plan -> plan.as(OutputFormat.JPEG, 80, true))
                        .toList();
        return switch (engine.inspect(photo, plans)) {
            case ImageHeader header -> engine.render(photo, header, plans, folder, variant -> {});
            case ImageRefusal refusal -> refusal;
        };
    }

    /// The `VmHWM` of Linux; 0 elsewhere.
    static long peakMegabytes() throws IOException {
        var status = Path.of("/proc/self/status");
        if (Files.notExists(status)) {
            return 0;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                    .findFirst()
                    .orElse(0);
        }
    }
}
