package dev.slipway.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/// Remembers every call that came, and which of them took effect.
final class Traffic {

    private final List<Call> came = new ArrayList<>();
    private final List<Call> tookEffect = new ArrayList<>();
    private int underWay;

    synchronized void came(Call call) {
        came.add(call);
        underWay++;
    }

    synchronized void ended() {
        underWay--;
        notifyAll();
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
        await(() -> tookEffect.stream().anyMatch(calls), patience, "no such call took effect: ");
    }

    /// Returns once no call is under way, not even one whose client has gone.
    synchronized void awaitQuiet(Duration patience) {
        await(() -> underWay == 0, patience, "calls are under way still, among them: ");
    }

    private void await(BooleanSupplier what, Duration patience, String otherwise) {
        var end = System.nanoTime() + patience.toNanos();
        while (!what.getAsBoolean()) {
            var left = Duration.ofNanos(end - System.nanoTime());
            if (!left.isPositive()) {
                throw new AssertionError(otherwise + came);
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
