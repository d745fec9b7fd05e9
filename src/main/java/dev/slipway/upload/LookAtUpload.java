package dev.slipway.upload;

import dev.slipway.file.FileRecord;
import dev.slipway.file.Keys;
import dev.slipway.sniff.ContentSniffer;
import dev.slipway.sniff.TypeMatch;
import dev.slipway.storage.ByteRange;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.StoredObject;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/// Looks at what arrived in quarantine: every read carries the ETag of the first look, so what
/// is judged is one object and not two.
@Startup
@Singleton
final class LookAtUpload {

    private final ObjectStore store;
    private final ContentSniffer sniffer;

    LookAtUpload(ObjectStore store) {
        this.store = store;
        this.sniffer = new ContentSniffer();
    }

    Sighting look(FileRecord file) {
        var key = Keys.incoming(file.id());
        return store.find(key)
                .flatMap(object -> read(file, key, object))
                .<Sighting>map(bytes -> bytes)
                .orElseGet(Sighting.Nothing::new);
    }

    private Optional<Sighting.Bytes> read(FileRecord file, ObjectKey key, StoredObject object) {
        if (object.size() == 0) {
            return Optional.of(new Sighting.Bytes(object, ContentSniffer.UNKNOWN, false, null));
        }
        return store.open(key, object.etag(), ByteRange.first(ContentSniffer.HEAD))
                .map(bytes -> sniff(file, object, bytes))
                .flatMap(
                        seen -> file.checksumSha256() == null ? Optional.of(seen) : sum(key, seen));
    }

    private Sighting.Bytes sniff(FileRecord file, StoredObject object, InputStream bytes) {
        try (bytes) {
            var head = bytes.readNBytes(ContentSniffer.HEAD);
            var type = sniffer.sniff(head);
            var agrees = TypeMatch.agrees(file.fileType(), type, head);
            return new Sighting.Bytes(object, type, agrees, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Sighting.Bytes> sum(ObjectKey key, Sighting.Bytes seen) {
        var object = seen.object();
        return store.open(key, object.etag(), ByteRange.first(object.size()))
                .map(Checksums::sha256)
                .map(sum -> new Sighting.Bytes(object, seen.sniffedType(), seen.typeAgrees(), sum));
    }
}
