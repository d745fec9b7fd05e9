package dev.slipway.image.libvips;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;

/// One C function. Java's own handles want every call spelled out with its exact types; these
/// take their arguments as they come, and check them against the function's when it is called.
record NativeFunction(String name, MethodHandle handle) {

    private static final MethodType ARRAY_TO_OBJECT =
            MethodType.methodType(Object.class, Object[].class);

    /// @throws java.util.NoSuchElementException if the library lacks it
    @SuppressWarnings("restricted")
    static NativeFunction of(SymbolLookup library, String name, FunctionDescriptor type) {
        var exact = Linker.nativeLinker().downcallHandle(library.findOrThrow(name), type);
        var parameters = type.argumentLayouts().size();
        return new NativeFunction(
                name, exact.asSpreader(Object[].class, parameters).asType(ARRAY_TO_OBJECT));
    }

    void run(Object... arguments) {
        call(arguments);
    }

    int number(Object... arguments) {
        return (int) call(arguments);
    }

    long count(Object... arguments) {
        return (long) call(arguments);
    }

    MemorySegment pointer(Object... arguments) {
        return (MemorySegment) call(arguments);
    }

    private Object call(Object... arguments) {
        try {
            return handle.invokeExact(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("C does not throw: " + name, e);
        }
    }
}
