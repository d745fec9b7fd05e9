package dev.slipway.dev;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import org.eclipse.microprofile.config.ConfigProvider;

/// What `quarkus:dev` runs: the server, with a PostgreSQL of its own unless a database is
/// configured.
@QuarkusMain(name = "dev")
public final class DevMain {

    private static final String JDBC_URL = "quarkus.datasource.jdbc.url";
    private static final Path DATA = Path.of("data", "postgres");

    DevMain() {}

    public static void main(String... args) {
        if (ConfigProvider.getConfig().getOptionalValue(JDBC_URL, String.class).isEmpty()) {
            // system properties outlive a live reload, so the server is started once
            var database = EmbeddedDatabase.keptIn(projectFolder().resolve(DATA));
            System.setProperty(JDBC_URL, database.jdbcUrl());
            System.setProperty("quarkus.datasource.username", EmbeddedDatabase.USER);
            System.setProperty("quarkus.datasource.password", EmbeddedDatabase.USER);
        }
        Quarkus.run(args);
    }

    private static Path projectFolder() {
        return Path.of("").toAbsolutePath();
    }
}
