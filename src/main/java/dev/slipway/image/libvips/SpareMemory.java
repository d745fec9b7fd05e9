package dev.slipway.image.libvips;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// The memory of one picture that is kept for the next. By itself glibc gives large blocks back
/// at once, and to have the kernel clear them anew is a quarter of all the work on a photo. So it
/// keeps them while pictures come, and gives all of them back when none has come for a while.
/// Other C libraries have no such choice, and are left alone.
final class SpareMemory {

    /// There is one such choice in a process, however many libraries are loaded.
    static final SpareMemory OF_THE_PROCESS =
            new SpareMemory(CompletableFuture.delayedExecutor(10, TimeUnit.SECONDS));

    /// `mallopt(3)`; its largest threshold is 32 MiB on 64 bits, and the usual one 128 KiB.
    private static final int M_TRIM_THRESHOLD = -1;

    private static final int M_MMAP_THRESHOLD = -3;
    private static final int LARGEST = 32 << 20;
    private static final int USUAL = 128 << 10;

    private final Executor later;
    private final boolean glibc;
    private int pictures;
    private long sinceStart;

    SpareMemory(Executor later) {
        this.later = later;
        this.glibc = Linker.nativeLinker().defaultLookup().find("mallopt").isPresent();
    }

    synchronized void pictureBegins() {
        sinceStart++;
        if (pictures++ == 0 && glibc) {
            keepBelow(LARGEST);
        }
    }

    synchronized void pictureEnds() {
        if (--pictures == 0 && glibc) {
            var last = sinceStart;
            later.execute(() -> giveBackUnlessMoreCameThan(last));
        }
    }

    private synchronized void giveBackUnlessMoreCameThan(long last) {
        if (sinceStart == last) {
            keepBelow(USUAL);
            var type = FunctionDescriptor.of(JAVA_INT, JAVA_LONG);
            function("malloc_trim", type).number(0L);
        }
    }

    private static void keepBelow(int threshold) {
        var mallopt = function("mallopt", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
        mallopt.number(M_MMAP_THRESHOLD, threshold);
        mallopt.number(M_TRIM_THRESHOLD, 2 * threshold);
    }

    private static NativeFunction function(String name, FunctionDescriptor type) {
        return NativeFunction.of(Linker.nativeLinker().defaultLookup(), name, type);
    }
}
