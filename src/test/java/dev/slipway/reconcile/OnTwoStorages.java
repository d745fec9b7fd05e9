package dev.slipway.reconcile;

import dev.slipway.dev.EmbeddedDatabase;
import dev.slipway.storage.s3.S3ProxyResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// An installation of its own, with nothing in it: a database, a directory for new bytes, and an
/// S3 server as its mirror.
public final class OnTwoStorages implements QuarkusTestProfile {

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(
                new TestResourceEntry(OwnDatabase.class), new TestResourceEntry(Directory.class));
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    /// A new database on the server of these tests.
    public static final class OwnDatabase implements QuarkusTestResourceLifecycleManager {

        private static int made;

        @Override
        public Map<String, String> start() {
            var name = "reconcile" + ++made;
            var server = Server.DATABASE.jdbcUrl();
            try (var connection =
                            DriverManager.getConnection(
                                    server, EmbeddedDatabase.USER, EmbeddedDatabase.USER);
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException("no database " + name, e);
            }
            return Map.of(
                    "quarkus.datasource.jdbc.url", server.replaceFirst("/postgres$", "/" + name),
                    "quarkus.datasource.username", EmbeddedDatabase.USER,
                    "quarkus.datasource.password", EmbeddedDatabase.USER);
        }

        @Override
        public void stop() {
            // it goes with the JVM
        }

        private static final class Server {
            static final EmbeddedDatabase DATABASE = EmbeddedDatabase.empty();
        }
    }

    /// An empty directory and an empty bucket.
    public static final class Directory implements QuarkusTestResourceLifecycleManager {

        private final S3ProxyResource s3 = new S3ProxyResource();

        @Override
        public Map<String, String> start() {
            var settings = new HashMap<>(s3.start());
            settings.put("slipway.storage", "local");
            settings.put("slipway.storage.mirror", "s3");
            settings.put("slipway.local.directory", folder().toString());
            settings.put("slipway.reconcile.marker", "true");
            return settings;
        }

        @Override
        public void stop() {
            s3.stop();
        }

        private static Path folder() {
            try {
                return Files.createTempDirectory(
                        Files.createDirectories(Path.of("target")), "two-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
