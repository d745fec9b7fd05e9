package dev.slipway.image;

import java.io.Serial;
import java.time.Duration;
import java.util.function.LongSupplier;

/// The time that one picture may take, from now on. Whatever works on it asks now and then, as
/// the readers and writers beneath know nothing of time; who started the work catches [Passed].
public final class TimeLimit {

    /// As if there were none.
    static final TimeLimit NONE = new TimeLimit(Duration.ofDays(1), () -> 0);

    private final Duration limit;
    private final LongSupplier nanos;
    private volatile long start;

    /// `nanos`: a clock that only ever goes on, as [System#nanoTime].
    public TimeLimit(Duration limit, LongSupplier nanos) {
        this.limit = limit;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    /// Whether there is time left, in the form of an exception.
    ///
    /// @throws Passed if there is none
    public void check() {
        if (hasPassed()) {
            throw new Passed();
        }
    }

    public boolean hasPassed() {
        return nanos.getAsLong() - start > limit.toNanos();
    }

    /// Does what the picture is not to blame for.
    public void pauseFor(Runnable work) {
        var spent = nanos.getAsLong() - start;
        work.run();
        start = nanos.getAsLong() - spent;
    }

    public Refused refused() {
        return Refused.tooMany(
                "The picture takes longer than " + limit.toSeconds() + " s to render.");
    }

    /// Goes through decoders and encoders that would take an exception of their own for a word
    /// about the picture.
    public static final class Passed extends RuntimeException {

        @Serial private static final long serialVersionUID = 1L;

        private Passed() {
            super("the time for the picture is over", null, false, false);
        }
    }
}
