package dev.slipway.image.libvips;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;

/// Has glibc keep the memory of one picture for the next. By itself it gives large blocks back
/// at once, and to have the kernel clear them anew is a quarter of all the work on a photo. Other
/// C libraries have no such choice, and are left alone.
final class KeepMemory {

    /// `mallopt(3)`; its largest threshold is 32 MiB on 64 bits.
    private static final int M_TRIM_THRESHOLD = -1;

    private static final int M_MMAP_THRESHOLD = -3;
    private static final int LARGEST = 32 << 20;

    private KeepMemory() {}

    static void run() {
        var library = Linker.nativeLinker().defaultLookup();
        if (library.find("mallopt").isPresent()) {
            var type = FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT);
            var mallopt = NativeFunction.of(library, "mallopt", type);
            mallopt.number(M_MMAP_THRESHOLD, LARGEST);
            mallopt.number(M_TRIM_THRESHOLD, 2 * LARGEST);
        }
    }
}
