package dev.slipway.storage.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/// Small files that are complete when they appear, because they are renamed into their place: a
/// reader sees the old one or the new one.
final class JsonFiles {

    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    // A newer node may know more.
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Path tmp;

    JsonFiles(Path tmp) {
        this.tmp = tmp;
    }

    static <T> Optional<T> read(Path file, Class<T> type) throws IOException {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), type));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JsonProcessingException e) {
            throw new IOException("not a " + type.getSimpleName() + ": " + file, e);
        }
    }

    /// A file in a folder that nobody else sees yet.
    static void create(Path file, Object content) throws IOException {
        Durable.write(file, JSON.writeValueAsBytes(content));
    }

    /// @throws NoSuchFileException when the folder is not there (any more)
    void put(Path file, Object content) throws IOException {
        var draft = tmp.resolve(UUID.randomUUID().toString());
        try {
            create(draft, content);
            Durable.move(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
