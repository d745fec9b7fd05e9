package dev.slipway.delivery;

import dev.slipway.file.FileChanged;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Waits for a row to change. A change made on this node wakes those who wait for it at once,
/// one made on another node is seen within a second.
@Singleton
class AwaitChange {

    private static final long LOOK_AGAIN_NANOS = Duration.ofSeconds(1).toNanos();

    private final Map<UUID, CountDownLatch> changes = new ConcurrentHashMap<>();

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) FileChanged event) {
        var waiting = changes.remove(event.id());
        if (waiting != null) {
            waiting.countDown();
        }
    }

    /// Looks until `enough` or until the time is over, and answers what was seen last.
    <T> T until(UUID id, Supplier<T> look, Predicate<T> enough, Duration atMost) {
        var left = atMost.toNanos();
        while (true) {
            // before the look, so that no change falls in between
            var change = changes.computeIfAbsent(id, key -> new CountDownLatch(1));
            var seen = look.get();
            if (left <= 0 || enough.test(seen)) {
                changes.remove(id, change);
                return seen;
            }
            left -= await(change, Math.min(left, LOOK_AGAIN_NANOS));
        }
    }

    /// The nanoseconds that it took.
    private static long await(CountDownLatch change, long atMost) {
        var before = System.nanoTime();
        try {
            var _ = change.await(atMost, TimeUnit.NANOSECONDS);
            return System.nanoTime() - before;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Long.MAX_VALUE / 2;
        }
    }
}
