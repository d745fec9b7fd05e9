package dev.slipway.activestorage;

import dev.slipway.problem.HttpProblem;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Where nobody has switched it on there is nothing at this address, with a token or without.
@Singleton
final class WhenEnabled {

    /// Asked for with the first request: filters are made before the settings are read.
    private final Provider<ActiveStorageConfig> config;

    WhenEnabled(Provider<ActiveStorageConfig> config) {
        this.config = config;
    }

    @ServerRequestFilter(preMatching = true)
    public void refuse(ContainerRequestContext request) {
        if (request.getUriInfo().getPath().startsWith(DirectUploadResource.PATH)
                && !config.get().enabled()) {
            throw HttpProblem.of(404).refusal();
        }
    }
}
