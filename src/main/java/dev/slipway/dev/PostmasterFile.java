package dev.slipway.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The `postmaster.pid` of a data folder, by lines: 1 the process, 3 its start in seconds since
/// 1970, 4 the port, 8 the state (`starting`, `ready`, `stopping`), as PostgreSQL's
/// `miscadmin.h` lists them.
record PostmasterFile(List<String> lines) {

    static final String NAME = "postmaster.pid";

    static Optional<PostmasterFile> in(Path dataFolder) {
        try {
            return Optional.of(new PostmasterFile(Files.readAllLines(dataFolder.resolve(NAME))));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The server, while it lives.
    Optional<ProcessHandle> process() {
        return number(1)
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(this::isPostgres);
    }

    Optional<Integer> readyPort() {
        return line(8).filter("ready"::equals).flatMap(ready -> number(4)).map(Math::toIntExact);
    }

    /// What the process runs decides. Where the system does not tell that (another user's
    /// process), it is the server if it started when the file says. Where nothing can be told,
    /// it counts as the server: a start that fails does less harm than two servers on one
    /// folder.
    private boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .or(
                        () ->
                                number(3)
                                        .map(Instant::ofEpochSecond)
                                        .map(start -> new NotedProcess(process.pid(), start))
                                        .map(noted -> noted.isIt(process)))
                .orElse(true);
    }

    private Optional<Long> number(int line) {
        return line(line).filter(text -> text.matches("\\d{1,18}")).map(Long::valueOf);
    }

    private Optional<String> line(int line) {
        return lines.size() < line ? Optional.empty() : Optional.of(lines.get(line - 1).strip());
    }
}
