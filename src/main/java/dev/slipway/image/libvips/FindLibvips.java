package dev.slipway.image.libvips;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.Optional;

/// Looks for libvips, starts what it finds, and tries it before it is trusted.
public final class FindLibvips {

    private FindLibvips() {}

    /// At `library`, or, when that is empty, where libraries are.
    public static FoundLibvips at(Optional<Path> library) {
        try {
            return LoadLibrary.of(library)
                    .map(found -> tried(new Libvips(found)))
                    .orElseGet(() -> new UnusableLibvips("There is no libvips here."));
        } catch (IllegalArgumentException | IllegalCallerException | NoSuchElementException e) {
            return new UnusableLibvips("libvips cannot be loaded: " + e.getMessage() + ".");
        }
    }

    private static FoundLibvips tried(Libvips vips) {
        try {
            StartLibvips.run(vips);
            return SelfTest.of(vips);
        } catch (IllegalStateException e) {
            return new UnusableLibvips("libvips cannot be started: " + e.getMessage() + ".");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot try libvips", e);
        }
    }
}
