package dev.slipway.reconcile;

import dev.slipway.storage.ByteRange;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// Objects as tests put and find them.
final class Bytes {

    private Bytes() {}

    static void put(ObjectStore store, ObjectKey key, byte[] bytes) {
        try {
            var file = Files.createTempFile("bytes", null);
            try {
                store.write(key, Files.write(file, bytes), ObjectHeaders.ofType("text/plain"));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] in(ObjectStore store, ObjectKey key) {
        var found = store.find(key).orElseThrow();
        try (var bytes =
                store.open(key, found.etag(), ByteRange.first(found.size())).orElseThrow()) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
