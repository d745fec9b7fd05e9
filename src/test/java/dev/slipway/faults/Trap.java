package dev.slipway.faults;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/// A fault that waits for its calls, until it is closed.
public final class Trap implements AutoCloseable {

    private final Predicate<Call> calls;
    private final Fault.Turn turn;
    private final Fault.Moment moment;
    private final Fault fault;
    private final AtomicInteger seen = new AtomicInteger();
    private final AtomicInteger struck = new AtomicInteger();
    private final CountDownLatch firstStrike = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    Trap(Predicate<Call> calls, Fault.Turn turn, Fault.Moment moment, Fault fault) {
        this.calls = calls;
        this.turn = turn;
        this.moment = moment;
        this.fault = fault;
    }

    /// How many calls it has struck.
    public int struck() {
        return struck.get();
    }

    /// Returns once it has struck.
    public void awaitStrike(Duration patience) {
        if (!isDown(firstStrike, patience)) {
            throw new AssertionError("no call came for " + fault + " " + moment);
        }
    }

    /// No call is struck any more, and those that are held go on.
    @Override
    public void close() {
        closed.countDown();
    }

    boolean strikes(Call call) {
        if (closed.getCount() == 0 || !calls.test(call) || !turn.strikes(seen.incrementAndGet())) {
            return false;
        }
        struck.incrementAndGet();
        firstStrike.countDown();
        return true;
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    Fault fault() {
        return fault;
    }

    Fault.Moment moment() {
        return moment;
    }

    void hold(Duration most) {
        isDown(closed, most);
    }

    private static boolean isDown(CountDownLatch latch, Duration patience) {
        try {
            return latch.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
