package dev.slipway.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// A PostgreSQL that runs on a data folder already: another run of ours has it, or a killed one
/// (`kill -9`) has left it.
record LeftOverServer(ProcessHandle process, int port) {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(50);

    /// The server of this folder, once it is ready. One that is just stopping is waited for.
    ///
    /// Throws an [IllegalStateException] when a living server does not become ready: its folder
    /// must not be given to a second one.
    static Optional<LeftOverServer> find(Path dataFolder) {
        return find(dataFolder, PATIENCE);
    }

    static Optional<LeftOverServer> find(Path dataFolder, Duration patience) {
        var begun = System.nanoTime();
        while (true) {
            var file = PostmasterFile.in(dataFolder);
            var process = file.flatMap(PostmasterFile::process);
            if (process.isEmpty()) {
                // the machine went down: PostgreSQL itself may take another process for its own
                deleteFile(dataFolder);
                return Optional.empty();
            }
            var ready = file.flatMap(PostmasterFile::readyPort).filter(LeftOverServer::answers);
            if (ready.isPresent()) {
                return Optional.of(new LeftOverServer(process.get(), ready.get()));
            }
            if (System.nanoTime() - begun >= patience.toNanos()) {
                throw new IllegalStateException(
                        "the PostgreSQL that has the folder %s (process %d) does not answer"
                                .formatted(dataFolder, process.get().pid()));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    void stop() {
        process.destroy();
    }

    private static void deleteFile(Path dataFolder) {
        try {
            Files.deleteIfExists(dataFolder.resolve(PostmasterFile.NAME));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean answers(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
