package dev.slipway.dev;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A process that a file tells of. Its number alone says little, as numbers are given out
/// again; together with the time of its start it is that process or none.
record NotedProcess(long pid, Instant start) {

    /// The system counts from its own start, whose date moves a little with the clock.
    private static final Duration TOLERANCE = Duration.ofSeconds(10);

    static NotedProcess current() {
        var self = ProcessHandle.current();
        return new NotedProcess(self.pid(), self.info().startInstant().orElse(Instant.EPOCH));
    }

    boolean isAlive() {
        return ProcessHandle.of(pid).filter(this::isIt).isPresent();
    }

    /// Where the system does not tell a start, the number has to do.
    boolean isIt(ProcessHandle process) {
        Optional<Instant> started = process.info().startInstant();
        return process.pid() == pid
                && process.isAlive()
                && started.map(at -> Duration.between(at, start).abs().compareTo(TOLERANCE) < 0)
                        .orElse(true);
    }
}
