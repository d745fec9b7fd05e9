package dev.slipway.reconcile;

import dev.slipway.storage.ByteRange;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.StoredObject;
import dev.slipway.storage.Summing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The SHA-256 of what really is there, as base64.
final class Sums {

    private static final int BUFFER = 1 << 16;

    private Sums() {}

    static String of(Path file) {
        try (var bytes = Files.newInputStream(file)) {
            return of(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Empty when the object is not the same any more.
    static Optional<String> of(ObjectStore store, StoredObject object) {
        var range = ByteRange.first(Math.max(1, object.size()));
        var found = store.open(object.key(), object.etag(), range);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (var bytes = found.get()) {
            return Optional.of(of(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    object.key() + " of " + store.name() + " cannot be read", e);
        }
    }

    private static String of(InputStream bytes) throws IOException {
        var summing = new Summing(Set.of(Summing.Algorithm.SHA256));
        var buffer = new byte[BUFFER];
        for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
            summing.update(buffer, 0, read);
        }
        return Objects.requireNonNull(summing.result().sha256());
    }
}
