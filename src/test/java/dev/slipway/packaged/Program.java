package dev.slipway.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/// A running server of the packaged program.
public final class Program implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(90);

    private final Process process;
    private final ProgramLog log;

    private Program(Process process) {
        this.process = process;
        this.log = ProgramLog.of(process.inputReader());
    }

    /// Starts it and waits until it listens.
    static Program start(ProcessBuilder builder) {
        try {
            var program = new Program(builder.redirectErrorStream(true).start());
            Runtime.getRuntime().addShutdownHook(new Thread(program.process::destroyForcibly));
            try {
                program.log.await("Listening on: ", LONGEST_START);
                return program;
            } catch (AssertionError neverListened) {
                program.kill();
                throw neverListened;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends it without any chance to tidy up, as a power cut or `kill -9` does.
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /// Stops it as an operator does.
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
