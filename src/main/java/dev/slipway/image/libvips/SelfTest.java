package dev.slipway.image.libvips;

import dev.slipway.image.Capabilities;
import dev.slipway.image.Fit;
import dev.slipway.image.ImageEngine;
import dev.slipway.image.ImageHeader;
import dev.slipway.image.ImageLimits;
import dev.slipway.image.Keeping;
import dev.slipway.image.OutputFormat;
import dev.slipway.image.Rendered;
import dev.slipway.image.RenderedVariant;
import dev.slipway.image.VariantPlan;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/// Has libvips render tiny pictures of every format, into every format. What it cannot do it is
/// never asked for again; what it lacks of the common formats, or does wrong, makes it unusable.
final class SelfTest {

    private static final Set<Loader> COMMON =
            EnumSet.of(Loader.JPEG, Loader.PNG, Loader.GIF, Loader.WEBP);
    private static final Set<OutputFormat> WRITTEN =
            EnumSet.of(OutputFormat.JPEG, OutputFormat.PNG);
    private static final Keeping EVERYTHING = new Keeping(true, true, true);
    private static final ImageLimits LIMITS = ImageLimits.within(1 << 30);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /// Stored on its side: shown, its upper half is red, and its lower half, with a green that
    /// nobody should see, transparent.
    private static final String TURNED = "turned-half-transparent.png";

    private final Libvips vips;
    private final String version;
    private final Path folder;
    private final ImageEngine engine;

    private SelfTest(Libvips vips, Path folder) {
        this.vips = vips;
        this.folder = folder;
        version = StartLibvips.version(vips);
        var all = EnumSet.allOf(Loader.class);
        var everything = capabilities(all, EnumSet.allOf(OutputFormat.class));
        engine = new UsableLibvips(vips, all, everything).engine(LIMITS, LIMIT);
    }

    static FoundLibvips of(Libvips vips) throws IOException {
        var folder = Files.createTempDirectory("slipway-libvips");
        try {
            return new SelfTest(vips, folder).run();
        } finally {
            for (var file : Objects.requireNonNull(folder.toFile().listFiles())) {
                Files.delete(file.toPath());
            }
            Files.delete(folder);
        }
    }

    private FoundLibvips run() throws IOException {
        var loaders = EnumSet.noneOf(Loader.class);
        for (var loader : Loader.values()) {
            if (render("two-halves." + loader.extension(), OutputFormat.PNG).isPresent()) {
                loaders.add(loader);
            }
        }
        var formats = EnumSet.of(OutputFormat.KEEP);
        for (var format : EnumSet.complementOf(formats)) {
            if (render(TURNED, format).isPresent()) {
                formats.add(format);
            }
        }
        if (!loaders.containsAll(COMMON) || !formats.containsAll(WRITTEN) || !isRight()) {
            return new UnusableLibvips(
                    "libvips %s failed its self-test: it reads %s and writes %s."
                            .formatted(version, loaders, formats));
        }
        return new UsableLibvips(vips, loaders, capabilities(loaders, formats));
    }

    private boolean isRight() throws IOException {
        var png = picture(OutputFormat.PNG);
        var jpeg = picture(OutputFormat.JPEG);
        return isRed(png, 3)
                && isRed(jpeg, 3)
                && new Color(png.getRGB(4, 12), true).getAlpha() == 0
                && new Color(jpeg.getRGB(4, 12)).equals(Color.WHITE);
    }

    private BufferedImage picture(OutputFormat format) throws IOException {
        return ImageIO.read(render(TURNED, format).orElseThrow().file().toFile());
    }

    private static boolean isRed(BufferedImage image, int row) {
        var colour = new Color(image.getRGB(4, row), true);
        return colour.getRed() > 200 && colour.getGreen() < 50 && colour.getAlpha() == 255;
    }

    private Optional<RenderedVariant> render(String sample, OutputFormat format)
            throws IOException {
        var file = folder.resolve(sample);
        if (Files.notExists(file)) {
            try (var in = SelfTest.class.getResourceAsStream(sample)) {
                Files.copy(Objects.requireNonNull(in, sample), file);
            }
        }
        var plans = List.of(VariantPlan.of("trial", Fit.WIDTH, 8).as(format, 95, true));
        return engine.inspect(file, plans) instanceof ImageHeader header
                        && engine.render(file, header, plans, folder, variant -> {})
                                instanceof Rendered rendered
                ? Optional.of(rendered.variants().getFirst())
                : Optional.empty();
    }

    private Capabilities capabilities(Set<Loader> loaders, Set<OutputFormat> formats) {
        var types = loaders.stream().map(Loader::mediaType).collect(Collectors.toSet());
        return new Capabilities("libvips", version, types, formats, EVERYTHING);
    }
}
