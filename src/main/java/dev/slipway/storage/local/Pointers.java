package dev.slipway.storage.local;

import dev.slipway.storage.ObjectKey;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/// One small file per key, `objects/<key>~.json`. It is the commit point.
final class Pointers {

    /// `~` is in no key, so that no key can be in the way of another one's file.
    static final String SUFFIX = "~.json";

    private static final int ATTEMPTS = 100;

    private final Path objects;
    private final JsonFiles files;

    Pointers(Path objects, JsonFiles files) {
        this.objects = objects;
        this.files = files;
    }

    Path root() {
        return objects;
    }

    Optional<Pointer> find(ObjectKey key) throws IOException {
        return read(path(key));
    }

    static Optional<Pointer> read(Path file) throws IOException {
        return JsonFiles.read(file, Pointer.class);
    }

    void put(ObjectKey key, Pointer pointer) throws IOException {
        var file = path(key);
        for (int attempt = 1; ; attempt++) {
            try {
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                files.put(file, pointer);
                return;
            } catch (NoSuchFileException e) {
                // A deletion has just removed the folder because it was empty.
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    void remove(ObjectKey key) throws IOException {
        var file = path(key);
        Files.deleteIfExists(file);
        try {
            for (var folder = file.getParent();
                    folder != null && !folder.equals(objects);
                    folder = folder.getParent()) {
                Files.deleteIfExists(folder);
            }
        } catch (DirectoryNotEmptyException e) {
            // Others live there.
        }
    }

    private Path path(ObjectKey key) {
        return objects.resolve(key.value() + SUFFIX);
    }
}
