package dev.slipway.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Remembers every call that came, and which of them took effect.
final class Traffic {

    private final List<Call> came = new ArrayList<>();
    private final List<Call> tookEffect = new ArrayList<>();

    synchronized void came(Call call) {
        came.add(call);
    }

    synchronized void tookEffect(Call call) {
        tookEffect.add(call);
        notifyAll();
    }

    synchronized List<Call> calls() {
        return List.copyOf(came);
    }

    /// Returns once such a call has taken effect, however long ago.
    synchronized void awaitEffect(Predicate<Call> calls, Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        while (tookEffect.stream().noneMatch(calls)) {
            var left = Duration.ofNanos(end - System.nanoTime());
            if (!left.isPositive()) {
                throw new AssertionError("no such call has taken effect: " + came);
            }
            try {
                wait(left.toMillis() + 1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
