package dev.slipway.processing;

import dev.slipway.image.ImageLimits;
import dev.slipway.image.OutputFormat;
import dev.slipway.image.libvips.FindLibvips;
import dev.slipway.image.libvips.UsableLibvips;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A server that renders with the system's libvips, and whose uploads may wish for all that it
/// writes.
public final class WithLibvips implements QuarkusTestProfile {

    static boolean isThere() {
        return !formats().isEmpty();
    }

    static boolean writesAvif() {
        return formats().contains(OutputFormat.AVIF);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        var wishes =
                formats().stream()
                        .map(format -> format.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(","));
        return Map.of(
                "slipway.images.engine",
                "libvips",
                "slipway.profiles.default.wishes.formats",
                wishes);
    }

    private static Set<OutputFormat> formats() {
        return FindLibvips.at(Optional.empty()) instanceof UsableLibvips vips
                ? vips.engine(ImageLimits.within(1 << 26), Duration.ofMinutes(1))
                        .capabilities()
                        .writableFormats()
                : Set.of();
    }
}
