package dev.slipway.image.libvips;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/// Counts what libvips holds at the moment: images, regions, operations, sources.
final class LiveObjects {

    private static final FunctionDescriptor FUNCTION =
            FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS);

    private final NativeFunction objectMap =
            NativeFunction.of(HereIsLibvips.library(), "vips_object_map", FUNCTION);
    private int count;

    @SuppressWarnings("restricted")
    int count() {
        count = 0;
        try (var arena = Arena.ofConfined()) {
            var see =
                    MethodHandles.lookup()
                            .bind(
                                    this,
                                    "see",
                                    MethodType.methodType(
                                            MemorySegment.class,
                                            MemorySegment.class,
                                            MemorySegment.class,
                                            MemorySegment.class));
            var callback = Linker.nativeLinker().upcallStub(see, FUNCTION, arena);
            objectMap.pointer(callback, MemorySegment.NULL, MemorySegment.NULL);
            return count;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private MemorySegment see(MemorySegment object, MemorySegment a, MemorySegment b) {
        count++;
        return MemorySegment.NULL;
    }
}
