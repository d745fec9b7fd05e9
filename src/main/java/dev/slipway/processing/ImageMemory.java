package dev.slipway.processing;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Admits pictures to work by the memory that they take, not by their number: four large ones
/// queue instead of dying.
final class ImageMemory {

    private static final int MIB = 1 << 20;

    private final int budget;
    private final Semaphore free;

    ImageMemory(long bytes) {
        this.budget = Math.clamp(bytes / MIB, 1, Integer.MAX_VALUE);
        this.free = new Semaphore(budget, true);
    }

    /// What all pictures in work may take together, in bytes.
    long bytes() {
        return (long) budget * MIB;
    }

    /// Does the work as soon as so many bytes are free.
    <T> T with(long bytes, Supplier<T> work) {
        var needed = Math.clamp(Math.ceilDiv(bytes, MIB), 1, budget);
        free.acquireUninterruptibly(needed);
        try {
            return work.get();
        } finally {
            free.release(needed);
        }
    }
}
