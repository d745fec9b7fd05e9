package dev.slipway.image.bench;

import dev.slipway.image.Fit;
import dev.slipway.image.ImageEngine;
import dev.slipway.image.ImageHeader;
import dev.slipway.image.ImageLimits;
import dev.slipway.image.ImageRefusal;
import dev.slipway.image.OutputFormat;
import dev.slipway.image.Rendered;
import dev.slipway.image.Rendering;
import dev.slipway.image.VariantPlan;
import dev.slipway.image.imgscalr.ImgscalrEngine;
import dev.slipway.image.jdk.JdkEngine;
import dev.slipway.image.libvips.FindLibvips;
import dev.slipway.image.libvips.FoundLibvips;
import dev.slipway.image.libvips.UnusableLibvips;
import dev.slipway.image.libvips.UsableLibvips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

    /// Those of `-Dbench.engines` that are here: all three, if it does not say.
    static List<String> engines() {
        var wanted = System.getProperty("bench.engines", "");
        return Stream.of((wanted.isEmpty() ? "libvips,jdk,imgscalr" : wanted).split(","))
                .filter(name -> !name.equals("libvips") || isLibvipsHere())
                .toList();
    }

    static boolean isLibvipsHere() {
        if (libvips() instanceof UnusableLibvips(var reason)) {
            System.err.println("libvips is left out: " + reason);
            return false;
        }
        return true;
    }

    /// With its version.
    static String name(ImageEngine engine) {
        return engine.capabilities().id() + "-" + engine.capabilities().version();
    }

    static ImageEngine engine(String name) {
        return switch (name) {
            case "imgscalr" -> new ImgscalrEngine(LIMITS, Duration.ofMinutes(1));
            case "jdk" -> new JdkEngine(LIMITS, Duration.ofMinutes(1));
            case "libvips" ->
                    switch (libvips()) {
                        case UsableLibvips usable -> usable.engine(LIMITS, Duration.ofMinutes(1));
                        case UnusableLibvips(var reason) -> throw new IllegalStateException(reason);
                    };
            default -> throw new IllegalArgumentException("no engine: " + name);
        };
    }

    private static FoundLibvips libvips() {
        var path = System.getProperty("bench.libvips", "");
        return FindLibvips.at(Optional.of(path).filter(it -> !it.isEmpty()).map(Path::of));
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

    static Rendering renderAndDelete(ImageEngine engine, Path photo) throws IOException {
        var folder = Files.createTempDirectory("bench");
        var rendering = render(engine, photo, folder);
        if (rendering instanceof Rendered(var variants)) {
            for (var variant : variants) {
                Files.delete(variant.file());
            }
        }
        Files.delete(folder);
        return rendering;
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
