package dev.slipway.storage.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.slipway.storage.ObjectKey;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// One small file per key, `objects/<key>~.json`. It is the commit point: it is complete when
/// it appears, because it is renamed into its place, and a reader sees the old one or the new
/// one.
final class Pointers {

    /// `~` is in no key, so that no key can be in the way of another one's file.
    static final String SUFFIX = "~.json";

    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    // A newer node may know more.
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final int ATTEMPTS = 100;

    private final Path objects;
    private final Path tmp;

    Pointers(Path objects, Path tmp) {
        this.objects = objects;
        this.tmp = tmp;
    }

    Path root() {
        return objects;
    }

    Optional<Pointer> find(ObjectKey key) throws IOException {
        return read(path(key));
    }

    static Optional<Pointer> read(Path file) throws IOException {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), Pointer.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JsonProcessingException e) {
            throw new IOException("not a pointer: " + file, e);
        }
    }

    void put(ObjectKey key, Pointer pointer) throws IOException {
        var draft = tmp.resolve(UUID.randomUUID().toString());
        try {
            Durable.write(draft, JSON.writeValueAsBytes(pointer));
            move(draft, path(key));
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void move(Path draft, Path file) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                Durable.move(draft, file);
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
