package dev.slipway.processing;

import dev.slipway.image.ImageEngine;
import dev.slipway.image.OutputFormat;
import dev.slipway.profile.Profiles;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Singleton;
import java.util.Locale;

/// Refuses to start with formats that the engine cannot write, in variants and in what uploads may
/// wish for: each picture would fail.
@Startup
@Singleton
final class CheckFormats {

    private final Profiles profiles;
    private final ImageEngine engine;

    CheckFormats(Profiles profiles, ImageEngine engine) {
        this.profiles = profiles;
        this.engine = engine;
    }

    @PostConstruct
    void check() {
        for (var profile : profiles.all()) {
            for (var plan : profile.variants()) {
                check(
                        profiles.propertyOfFormat(profile, plan),
                        plan.format(),
                        "the variant %s as ".formatted(plan.name()));
            }
            if (profile.wishes() != null) {
                var property = "slipway.profiles.%s.wishes.formats".formatted(profile.name());
                profile.wishes().formats().forEach(format -> check(property, format, ""));
            }
        }
    }

    private void check(String property, OutputFormat format, String variant) {
        var able = engine.capabilities();
        if (!able.writes(format)) {
            throw new IllegalStateException(
                    "%s: the engine %s does not write %s%s"
                            .formatted(
                                    property,
                                    able.id(),
                                    variant,
                                    format.name().toLowerCase(Locale.ROOT)));
        }
    }
}
