package dev.slipway.storage.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.Part;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One process with a local storage, to which parts come without HTTP.
record LocalParts(Path directory, LocalObjectStore store) {

    static LocalParts in(Path directory, Instant now) throws IOException {
        return new LocalParts(
                directory,
                new LocalObjectStore(
                        directory,
                        Optional.of("secret"),
                        URI.create("http://localhost"),
                        UploadMethod.POST,
                        Clock.fixed(now, ZoneOffset.UTC)));
    }

    /// Empty when there is no such upload.
    Optional<Part> bring(ObjectKey key, String uploadId, int number, byte[] bytes)
            throws IOException {
        var objects = store.objects();
        try (var arrival = objects.arrival(Set.of())) {
            arrival.write(bytes);
            arrival.complete();
            return objects.uploads().keep(key, uploadId, number, arrival).map(ArrivedPart::part);
        }
    }

    Optional<Part> bring(ObjectKey key, String uploadId, int number, String text)
            throws IOException {
        return bring(key, uploadId, number, text.getBytes(UTF_8));
    }

    byte[] content(ObjectKey key) throws IOException {
        try (var bytes = store.objects().open(key).orElseThrow().stream()) {
            return bytes.readAllBytes();
        }
    }

    List<Path> files(String folder) throws IOException {
        try (var walk = Files.walk(directory.resolve(folder))) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }
}
