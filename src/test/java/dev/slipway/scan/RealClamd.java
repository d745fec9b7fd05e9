package dev.slipway.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Requirement;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// The clamd of this machine, with a database that knows [Marker] only.
///
/// It is looked for at `CLAMD_PATH`, else `/usr/sbin/clamd` (Debian: `apt-get install
/// clamav-daemon`). Without it the test is skipped and says so; a path that is set and wrong is
/// a failure.
final class RealClamd {

    private static final Path USUAL = Path.of("/usr/sbin/clamd");
    private static final Duration START = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 20;

    private final Process process;
    private final int port;

    private RealClamd(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Keeps everything in this folder; takes up to `limit` bytes and looks into a little less.
    static RealClamd start(Path folder, long limit) throws IOException, InterruptedException {
        var program = find();
        var port = freePort();
        var database = Files.createDirectory(folder.resolve("database"));
        Files.writeString(database.resolve("marker.ndb"), Marker.signature());
        var settings =
                """
                Foreground yes
                TCPAddr 127.0.0.1
                TCPSocket %d
                DatabaseDirectory %s
                TemporaryDirectory %s
                StreamMaxLength %d
                MaxFileSize %d
                AlertExceedsMax yes
                """
                        .formatted(port, database, folder, limit, limit - 1);
        var config = Files.writeString(folder.resolve("clamd.conf"), settings);
        var log = folder.resolve("clamd.log");
        var process =
                new ProcessBuilder(program.toString(), "--config-file=" + config)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        var clamd = new RealClamd(process, port);
        clamd.awaitStart(log);
        return clamd;
    }

    ClamdProtocol protocol() {
        return new ClamdProtocol("127.0.0.1", port, Duration.ofSeconds(2));
    }

    /// Between two tries it only waits for the process to give up.
    private void awaitStart(Path log) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + START.toNanos();
        while (!isListening()) {
            if (process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)
                    || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IllegalStateException("clamd does not start: " + Files.readString(log));
            }
        }
    }

    private boolean isListening() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (ConnectException e) {
            return false;
        }
    }

    private static Path find() {
        var set = System.getenv("CLAMD_PATH");
        if (set != null) {
            assertThat(Path.of(set)).as("CLAMD_PATH").isExecutable();
            return Path.of(set);
        }
        Requirement.of(
                Files.isExecutable(USUAL),
                "The real scanner is not tested: there is no %s (apt-get install clamav-daemon)"
                        .formatted(USUAL));
        return USUAL;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
