package dev.slipway.image.libvips;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds libvips and loads it for the rest of the process: the file that a setting names;
/// without one, what the system's linker finds under libvips' names, or lies where Homebrew puts
/// it, then a `libvips-cpp` in the folders of `java.library.path`, which, built as a single file,
/// brings all it needs.
///
/// Where libvips lies beside GLib and not in one file with it, the linker looks GLib's functions
/// up among the library's dependencies.
final class LoadLibrary {

    private static final String MAC_LIBRARY = "libvips.42.dylib";
    private static final List<String> SYSTEM = List.of("libvips.so.42", MAC_LIBRARY);

    /// On Apple's processors and on Intel's; macOS' linker looks in neither.
    private static final List<String> HOMEBREW = List.of("/opt/homebrew/lib", "/usr/local/lib");

    private static final String SINGLE_FILE = "libvips-cpp.{so.*,*.dylib}";

    private LoadLibrary() {}

    /// Empty when there is none on this machine.
    ///
    /// @throws IllegalArgumentException if there is one that cannot be loaded
    static Optional<SymbolLookup> of(Optional<Path> setting) {
        if (setting.isPresent()) {
            return Optional.of(load(setting.get()));
        }
        for (var name : SYSTEM) {
            var found = ofSystem(name);
            if (found.isPresent()) {
                return found;
            }
        }
        var files = new ArrayList<>(ofHomebrew(System.getProperty("os.name", ""), HOMEBREW));
        files.addAll(singleFiles());
        return files.stream().findFirst().map(LoadLibrary::load);
    }

    static List<Path> ofHomebrew(String system, List<String> folders) {
        return system.startsWith("Mac")
                ? folders.stream()
                        .map(folder -> Path.of(folder, MAC_LIBRARY))
                        .filter(Files::exists)
                        .toList()
                : List.of();
    }

    @SuppressWarnings("restricted")
    private static SymbolLookup load(Path file) {
        return SymbolLookup.libraryLookup(file.toAbsolutePath(), Arena.global());
    }

    @SuppressWarnings("restricted")
    private static Optional<SymbolLookup> ofSystem(String name) {
        try {
            return Optional.of(SymbolLookup.libraryLookup(name, Arena.global()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<Path> singleFiles() {
        var folders = System.getProperty("java.library.path", "").split(":", -1);
        return Stream.of(folders)
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .filter(Files::isDirectory)
                .flatMap(folder -> singleFiles(folder).stream())
                .toList();
    }

    private static List<Path> singleFiles(Path folder) {
        var files = new ArrayList<Path>();
        try (var found = Files.newDirectoryStream(folder, SINGLE_FILE)) {
            found.forEach(files::add);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look for libvips in " + folder, e);
        }
        return files;
    }
}
