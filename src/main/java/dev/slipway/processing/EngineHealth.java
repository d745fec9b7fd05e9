package dev.slipway.processing;

import dev.slipway.image.ImageEngine;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Tells which engine renders here, and what it can do. It is always up: one that does not work
/// stops the start.
@Readiness
final class EngineHealth implements HealthCheck {

    private final ImageEngine engine;

    EngineHealth(ImageEngine engine) {
        this.engine = engine;
    }

    @Override
    public HealthCheckResponse call() {
        var able = engine.capabilities();
        var text = new EngineText(able);
        return HealthCheckResponse.named("images")
                .up()
                .withData("engine", able.id())
                .withData("version", able.version())
                .withData("reads", text.reads())
                .withData("writes", text.writes())
                .withData("animations", able.keeps().animation())
                .build();
    }
}
