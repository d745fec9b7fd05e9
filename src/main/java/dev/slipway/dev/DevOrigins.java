package dev.slipway.dev;

import dev.slipway.cors.CrossOrigin;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Tokens are free here: whoever else may call the API, no page from elsewhere reads one.
final class DevOrigins {

    @Produces
    @Singleton
    @IfBuildProfile(anyOf = {"dev", "test"})
    CrossOrigin dev() {
        return CrossOrigin.closed("/api/dev/");
    }
}
