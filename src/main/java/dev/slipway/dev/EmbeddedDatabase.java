package dev.slipway.dev;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jboss.logging.Logger;

/// A real PostgreSQL without Docker and without an installation, on loopback and for
/// development only: everybody who can reach its port may use it.
public final class EmbeddedDatabase {

    public static final String USER = "postgres";

    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);
    private static final Duration LONGEST_START = Duration.ofSeconds(30);

    private final int port;

    private EmbeddedDatabase(int port) {
        this.port = port;
    }

    /// Starts the server that keeps its data in this folder, or adopts the one that a killed
    /// run has left there. It is stopped when the JVM ends.
    public static EmbeddedDatabase keptIn(Path folder) {
        var running = LeftOverServer.find(folder);
        var ownership = new Ownership(folder);
        if (running.isPresent() && ownership.isSomebodyElses()) {
            LOG.infof("sharing the PostgreSQL of another run on port %d", running.get().port());
            return new EmbeddedDatabase(running.get().port());
        }
        ownership.take();
        if (running.isPresent()) {
            LOG.infof("adopting the PostgreSQL that still runs on port %d", running.get().port());
            Runtime.getRuntime().addShutdownHook(new Thread(running.get()::stop));
            return new EmbeddedDatabase(running.get().port());
        }
        return start(
                EmbeddedPostgres.builder()
                        .setDataDirectory(folder)
                        .setCleanDataDirectory(false)
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on"));
    }

    /// Starts an empty server that forgets everything when the JVM ends.
    public static EmbeddedDatabase empty() {
        return start(EmbeddedPostgres.builder());
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    private static EmbeddedDatabase start(EmbeddedPostgres.Builder builder) {
        try {
            var server = builder.setPGStartupWait(LONGEST_START).start();
            LOG.infof("PostgreSQL is running on port %d", server.getPort());
            return new EmbeddedDatabase(server.getPort());
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL does not start", e);
        }
    }
}
