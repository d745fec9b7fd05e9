package dev.slipway.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A run of the packaged program that has ended by itself.
record Run(int exitCode, String out, String err) {

    private static final int LONGEST_SECONDS = 60;

    /// Runs a command in this folder.
    static Run command(Path folder, String... args) {
        return of(Jar.process(folder, Map.of(), args));
    }

    /// Starts what is expected to end soon, and waits for it.
    static Run of(ProcessBuilder builder) {
        try {
            var folder = builder.directory().toPath();
            var out = Files.createTempFile(folder, "out", ".txt");
            var err = Files.createTempFile(folder, "err", ".txt");
            var process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
            try {
                var ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
                var run = new Run(ended ? process.exitValue() : -1, read(out), read(err));
                assertThat(ended).as("%s has ended: %s", builder.command(), run).isTrue();
                return run;
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Reads and removes, so that the folder stays as the program left it.
    private static String read(Path file) throws IOException {
        var text = Files.readString(file);
        Files.delete(file);
        return text;
    }
}
