package dev.slipway.scan;

import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/// So many bytes of nothing, which are never all in memory.
final class Filler extends InputStream {

    private final long size;
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong mostAhead = new AtomicLong();

    Filler(long size) {
        this.size = size;
    }

    /// A scanner has received so many of them by now.
    void received(long bytes) {
        mostAhead.accumulateAndGet(taken.get() - bytes, Math::max);
    }

    /// How many bytes were between here and the scanner, at most.
    long mostAhead() {
        return mostAhead.get();
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        var now = (int) Math.min(length, size - taken.get());
        if (now == 0 && length > 0) {
            return -1;
        }
        Arrays.fill(buffer, offset, offset + now, (byte) '.');
        taken.addAndGet(now);
        return now;
    }
}
