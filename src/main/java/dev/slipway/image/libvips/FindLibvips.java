package dev.slipway.image.libvips;

import java.io.IOException;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/// Looks for libvips, starts what it finds, and tries it before it is trusted.
public final class FindLibvips {

    private FindLibvips() {}

    /// At `library`, or, when that is empty, where libraries are. Whatever is wrong with what is
    /// found there is an answer and no exception: there are other engines.
    public static FoundLibvips at(Optional<Path> library) {
        return of(() -> LoadLibrary.of(library));
    }

    static FoundLibvips of(Supplier<Optional<SymbolLookup>> load) {
        try {
            return load.get()
                    .map(found -> tried(new Libvips(found)))
                    .orElseGet(() -> new UnusableLibvips("There is no libvips here."));
        } catch (RuntimeException | LinkageError e) {
            return new UnusableLibvips("libvips cannot be loaded: " + words(e));
        }
    }

    private static FoundLibvips tried(Libvips vips) {
        try {
            StartLibvips.run(vips);
            return SelfTest.of(vips);
        } catch (RuntimeException | LinkageError | IOException e) {
            return new UnusableLibvips("libvips cannot be tried: " + words(e));
        }
    }

    /// One sentence, with what caused it.
    private static String words(Throwable e) {
        var cause = e.getCause() == null ? "" : ", " + e.getCause();
        return e + cause + ".";
    }
}
