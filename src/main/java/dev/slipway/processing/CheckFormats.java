package dev.slipway.processing;

import dev.slipway.image.ImageEngine;
import dev.slipway.image.VariantPlan;
import dev.slipway.profile.Profile;
import dev.slipway.profile.Profiles;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Singleton;
import java.util.Locale;

/// Refuses to start with variants that the engine cannot write: each picture would fail.
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
            profile.variants().forEach(plan -> check(profile, plan));
        }
    }

    private void check(Profile profile, VariantPlan plan) {
        if (!engine.capabilities().writes(plan.format())) {
            throw new IllegalStateException(
                    "slipway.profiles.%s.format: the engine %s does not write the variant %s as %s"
                            .formatted(
                                    profile.name(),
                                    engine.capabilities().id(),
                                    plan.name(),
                                    plan.format().name().toLowerCase(Locale.ROOT)));
        }
    }
}
