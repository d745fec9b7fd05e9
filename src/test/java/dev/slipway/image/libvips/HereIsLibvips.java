package dev.slipway.image.libvips;

import dev.slipway.Requirement;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import java.util.Optional;

/// The libvips that the tests run with: the one that `-Dbench.libvips` names, or the
/// system's.
final class HereIsLibvips {

    private static final Optional<Path> SETTING =
            Optional.ofNullable(System.getProperty("bench.libvips")).map(Path::of);

    private static final FoundLibvips FOUND = FindLibvips.at(SETTING);

    private HereIsLibvips() {}

    static boolean usable() {
        return Requirement.tell(
                FOUND instanceof UsableLibvips,
                "The engine libvips is not tested: none can be used (apt-get install libvips42)");
    }

    static boolean readsTiff() {
        return FOUND instanceof UsableLibvips usable && usable.reads(Loader.TIFF);
    }

    static UsableLibvips get() {
        return switch (FOUND) {
            case UsableLibvips usable -> usable;
            case UnusableLibvips(var reason) -> throw new IllegalStateException(reason);
        };
    }

    static SymbolLookup library() {
        return LoadLibrary.of(SETTING).orElseThrow();
    }
}
