package dev.slipway.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// Which JVM stops the server of a data folder when it ends: the one whose process id and start
/// stand in the file beside it. A second run shares the server of a living first one and leaves
/// it running.
final class Ownership {

    private final Path file;

    Ownership(Path dataFolder) {
        this.file = dataFolder.resolveSibling(dataFolder.getFileName() + ".owner");
    }

    boolean isSomebodyElses() {
        return owner().filter(owner -> owner.pid() != ProcessHandle.current().pid())
                .filter(NotedProcess::isAlive)
                .isPresent();
    }

    void take() {
        var self = NotedProcess.current();
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, self.pid() + "\n" + self.start() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<NotedProcess> owner() {
        try {
            var lines = Files.readAllLines(file);
            return lines.size() < 2
                    ? Optional.empty()
                    : Optional.of(
                            new NotedProcess(
                                    Long.parseLong(lines.getFirst()), Instant.parse(lines.get(1))));
        } catch (IOException | NumberFormatException | DateTimeException nobody) {
            return Optional.empty();
        }
    }
}
