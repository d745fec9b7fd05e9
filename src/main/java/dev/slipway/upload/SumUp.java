package dev.slipway.upload;

import dev.slipway.file.FileRecord;
import dev.slipway.storage.ByteRange;
import dev.slipway.storage.Checksums;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.StoredObject;
import dev.slipway.storage.Summing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The checksums of an object, as far as somebody wants them: those that were declared, and the
/// SHA-256 where the profile asks for it. What the storage has verified itself is taken from it,
/// only the rest is computed, in one pass over the bytes.
final class SumUp {

    private static final int BUFFER = 64 * 1024;

    private final ObjectStore store;
    private final FileRecord file;
    private final StoredObject object;
    private final byte[] head;

    /// `head` are the first bytes of the object, all of them when it is small.
    SumUp(ObjectStore store, FileRecord file, StoredObject object, byte[] head) {
        this.store = store;
        this.file = file;
        this.object = object;
        this.head = head;
    }

    /// Empty when the bytes have been swapped or removed meanwhile.
    Optional<Checksums> checksums() {
        var missing = missing();
        return missing.isEmpty()
                ? Optional.of(known(Checksums.NONE))
                : compute(missing).map(this::known);
    }

    private Set<Summing.Algorithm> missing() {
        var wanted = EnumSet.noneOf(Summing.Algorithm.class);
        wanted.addAll(Summing.algorithmsOf(file.checksums()));
        if (file.profile().checksum()) {
            wanted.add(Summing.Algorithm.SHA256);
        }
        wanted.removeAll(Summing.algorithmsOf(object.verified()));
        if (md5IsEtag()) {
            wanted.remove(Summing.Algorithm.MD5);
        }
        return wanted;
    }

    /// An ETag need not be the MD5, but one that looks like it by chance is out of the question.
    private boolean md5IsEtag() {
        var md5 = file.checksums().md5();
        return md5 != null
                && HexFormat.of().formatHex(Base64.getDecoder().decode(md5)).equals(object.etag());
    }

    private Checksums known(Checksums computed) {
        var verified = object.verified();
        return new Checksums(
                first(verified.sha256(), computed.sha256()),
                first(md5IsEtag() ? file.checksums().md5() : null, computed.md5()),
                first(verified.crc32c(), computed.crc32c()));
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }

    private Optional<Checksums> compute(Set<Summing.Algorithm> algorithms) {
        var summing = new Summing(algorithms);
        if (head.length == object.size()) {
            summing.update(head, 0, head.length);
            return Optional.of(summing.result());
        }
        return store.open(object.key(), object.etag(), ByteRange.first(object.size()))
                .map(bytes -> sum(bytes, summing));
    }

    private static Checksums sum(InputStream bytes, Summing summing) {
        try (bytes) {
            var buffer = new byte[BUFFER];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                summing.update(buffer, 0, read);
            }
            return summing.result();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
