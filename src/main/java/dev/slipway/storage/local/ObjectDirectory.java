package dev.slipway.storage.local;

import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectPage;
import dev.slipway.storage.Summing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Objects in a directory, which several processes may share:
///
/// ```
/// blobs/<day>/<random>     the bytes, never changed
/// objects/<key>~.json      what a key stands for: the commit point, renamed into its place
/// uploads/<upload id>/     what comes in parts, see [UploadFolders]
/// tmp/                     what is on its way
/// ```
///
/// Bytes are on the disk before a pointer names them, and replaced bytes go after it has
/// changed: a reader sees the old object or the new one, and one who comes too late looks
/// again.
final class ObjectDirectory {

    private final Clock clock;
    private final Blobs blobs;
    private final Pointers pointers;
    private final UploadFolders uploads;
    private final KeyLocks locks = new KeyLocks();

    ObjectDirectory(Path root, Clock clock) throws IOException {
        var tmp = Files.createDirectories(root.resolve("tmp"));
        this.clock = clock;
        this.blobs = new Blobs(Files.createDirectories(root.resolve("blobs")), tmp, clock);
        this.pointers =
                new Pointers(Files.createDirectories(root.resolve("objects")), new JsonFiles(tmp));
        this.uploads =
                new UploadFolders(
                        Files.createDirectories(root.resolve("uploads")), tmp, blobs, locks);
    }

    UploadFolders uploads() {
        return uploads;
    }

    KeyLocks.Held hold(ObjectKey key) {
        return locks.hold(key);
    }

    Optional<Pointer> find(ObjectKey key) throws IOException {
        return pointers.find(key);
    }

    Optional<OpenObject> open(ObjectKey key) throws IOException {
        return reading(
                key, pointer -> new OpenObject(pointer, new OpenPieces(blobs, pointer.pieces())));
    }

    Arrival arrival(Set<Summing.Algorithm> alsoSummed) throws IOException {
        return blobs.arrival(alsoSummed);
    }

    /// Makes what has arrived completely the object of this key.
    Pointer keep(ObjectKey key, Arrival arrival, ObjectHeaders headers) throws IOException {
        var pointer = Pointer.to(blobs.keep(arrival), arrival, headers, now());
        commit(key, pointer);
        return pointer;
    }

    /// Makes parts that have arrived the object of this key, under names of its own, so that it
    /// does not matter to the object what becomes of the upload.
    ///
    /// @return false when a part is gone
    boolean join(ObjectKey key, List<Piece> parts, String etag, ObjectHeaders headers)
            throws IOException {
        List<Piece> links;
        try {
            links = blobs.link(parts);
        } catch (NoSuchFileException e) {
            return false;
        }
        commit(key, Pointer.to(links, etag, headers, now()));
        return true;
    }

    boolean promote(ObjectKey from, String etag, ObjectKey to, ObjectHeaders headers)
            throws IOException {
        var copy =
                reading(from, source -> source.copy(blobs.link(source.pieces()), headers, now()))
                        .orElse(null);
        if (copy == null) {
            return false;
        }
        if (!copy.etag().equals(etag)) {
            blobs.discard(copy.pieces());
            return false;
        }
        commit(to, copy);
        return true;
    }

    void delete(ObjectKey key) throws IOException {
        try (var _ = locks.hold(key)) {
            var old = pointers.find(key);
            pointers.remove(key);
            old.map(Pointer::pieces).ifPresent(blobs::discard);
        }
    }

    ObjectPage list(String prefix, @Nullable ObjectKey after) throws IOException {
        return ListObjects.list(pointers.root(), prefix, after);
    }

    /// Likewise, unless there is an object already: then nothing is kept.
    Optional<Pointer> keepFirst(ObjectKey key, Arrival arrival, ObjectHeaders headers)
            throws IOException {
        try (var _ = locks.hold(key)) {
            return pointers.find(key).isPresent()
                    ? Optional.empty()
                    : Optional.of(keep(key, arrival, headers));
        }
    }

    private void commit(ObjectKey key, Pointer pointer) throws IOException {
        try (var _ = locks.hold(key)) {
            var old = pointers.find(key);
            try {
                pointers.put(key, pointer);
            } catch (IOException e) {
                blobs.discard(pointer.pieces());
                throw e;
            }
            old.map(Pointer::pieces).ifPresent(blobs::discard);
        }
    }

    private interface Reading<T> {
        T of(Pointer pointer) throws IOException;
    }

    /// Blobs vanish when their key gets another one: then the new one is read.
    private <T> Optional<T> reading(ObjectKey key, Reading<T> reading) throws IOException {
        @Nullable Pointer lost = null;
        while (true) {
            var pointer = pointers.find(key).orElse(null);
            if (pointer == null) {
                return Optional.empty();
            }
            try {
                return Optional.of(reading.of(pointer));
            } catch (NoSuchFileException e) {
                if (pointer.equals(lost)) {
                    throw new IOException("the bytes of " + key + " are lost", e);
                }
                lost = pointer;
            }
        }
    }

    /// In whole seconds, as HTTP and S3 have it.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
