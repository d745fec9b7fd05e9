package dev.slipway.packaged;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What a running program says, line by line.
final class ProgramLog {

    private final List<String> lines = new ArrayList<>();
    private boolean ended;

    /// Collects these lines until there are no more.
    static ProgramLog of(BufferedReader output) {
        var log = new ProgramLog();
        Thread.ofVirtual().name("program-log").start(() -> log.collect(output));
        return log;
    }

    /// Waits for a line that contains these words.
    ///
    /// @throws AssertionError with all that was said, when the program ends before, or takes
    /// too long
    synchronized void await(String words, Duration longest) {
        var deadline = System.nanoTime() + longest.toNanos();
        while (lines.stream().noneMatch(line -> line.contains(words))) {
            var left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (ended || left <= 0) {
                throw new AssertionError("'" + words + "' is not in the log:\n" + this);
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public synchronized String toString() {
        return String.join("\n", lines);
    }

    private void collect(BufferedReader output) {
        try (output) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                add(line);
            }
        } catch (IOException killed) {
            add(killed.toString());
        } finally {
            end();
        }
    }

    private synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }
}
