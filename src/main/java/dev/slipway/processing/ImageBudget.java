package dev.slipway.processing;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// How much memory pictures may take together where no setting says it, on a machine or in a
/// container of so many bytes, whose heap grows to so many.
record ImageBudget(long machine, long heap) {

    private static final long LEAST_BESIDE = 256L << 20;
    private static final long MOST_BESIDE = 1L << 30;

    static ImageBudget here() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new ImageBudget(system.getTotalMemorySize(), Runtime.getRuntime().maxMemory());
    }

    /// For an engine that works in Java's heap: half of it.
    long inHeap() {
        return heap / 2;
    }

    /// For one that does not: half of what the heap leaves, as Java itself needs some of that,
    /// but enough for the photo of a phone.
    long besideHeap() {
        return Math.clamp((machine - heap) / 2, LEAST_BESIDE, MOST_BESIDE);
    }
}
