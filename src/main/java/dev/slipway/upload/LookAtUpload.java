package dev.slipway.upload;

import dev.slipway.file.FileRecord;
import dev.slipway.sniff.ContentSniffer;
import dev.slipway.sniff.TypeMatch;
import dev.slipway.storage.ByteRange;
import dev.slipway.storage.Checksums;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.Storages;
import dev.slipway.storage.StoredObject;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/// Looks at what arrived: every read carries the ETag of the first look, so what is judged is
/// one object and not two.
@Startup
@Singleton
final class LookAtUpload {

    private final Storages storages;
    private final ContentSniffer sniffer;

    LookAtUpload(Storages storages) {
        this.storages = storages;
        this.sniffer = new ContentSniffer();
    }

    /// What is at `key`, as bytes for this file.
    Sighting look(FileRecord file, ObjectKey key) {
        var store = storages.named(file.storage());
        return store.find(key)
                .flatMap(object -> read(store, file, object))
                .<Sighting>map(bytes -> bytes)
                .orElseGet(Sighting.Nothing::new);
    }

    private Optional<Sighting.Bytes> read(ObjectStore store, FileRecord file, StoredObject object) {
        if (object.size() == 0) {
            return Optional.of(
                    new Sighting.Bytes(object, ContentSniffer.UNKNOWN, false, Checksums.NONE));
        }
        return head(store, object)
                .flatMap(
                        head -> {
                            var type = sniffer.sniff(head);
                            var agrees = TypeMatch.agrees(file.fileType(), type, head);
                            return new SumUp(store, file, object, head)
                                    .checksums()
                                    .map(sums -> new Sighting.Bytes(object, type, agrees, sums));
                        });
    }

    private static Optional<byte[]> head(ObjectStore store, StoredObject object) {
        return store.open(object.key(), object.etag(), ByteRange.first(ContentSniffer.HEAD))
                .map(LookAtUpload::readHead);
    }

    private static byte[] readHead(InputStream bytes) {
        try (bytes) {
            return bytes.readNBytes(ContentSniffer.HEAD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
