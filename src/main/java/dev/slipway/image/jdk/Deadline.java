package dev.slipway.image.jdk;

import java.io.Serial;
import java.time.Duration;

/// Lets rows through until the time for the picture is over.
final class Deadline implements RowSink {

    private final RowSink next;
    private final long limit;
    private final long start = System.nanoTime();

    Deadline(Duration limit, RowSink next) {
        this.next = next;
        this.limit = limit.toNanos();
    }

    @Override
    public void row(float[] samples) {
        if (System.nanoTime() - start > limit) {
            throw new Passed();
        }
        next.row(samples);
    }

    /// Ends a decoder that knows nothing of deadlines.
    static final class Passed extends RuntimeException {

        @Serial private static final long serialVersionUID = 1L;

        Passed() {
            super("the time for the picture is over", null, false, false);
        }
    }
}
