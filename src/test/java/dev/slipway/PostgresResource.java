package dev.slipway;

import dev.slipway.dev.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// A real, empty PostgreSQL for the tests of one JVM.
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.datasource.jdbc.url", Shared.DATABASE.jdbcUrl(),
                "quarkus.datasource.username", EmbeddedDatabase.USER,
                "quarkus.datasource.password", EmbeddedDatabase.USER);
    }

    @Override
    public void stop() {
        // it goes with the JVM, and the next test class uses it too
    }

    private static final class Shared {
        static final EmbeddedDatabase DATABASE = EmbeddedDatabase.empty();
    }
}
