package dev.slipway.storage;

import java.time.Instant;

/// Objects as a test claims to have judged them.
public final class Judged {

    private Judged() {}

    public static StoredObject object(ObjectKey key, String etag) {
        return new StoredObject(key, etag, 1, "text/plain", Instant.EPOCH, Checksums.NONE);
    }
}
