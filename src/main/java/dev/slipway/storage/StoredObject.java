package dev.slipway.storage;

import java.time.Instant;

/// What a storage says about an object it holds. `size` in bytes; `etag` without quotes;
/// `verified` are the checksums of all the bytes that the storage itself has checked: nobody
/// needs to compute them again.
public record StoredObject(
        ObjectKey key,
        String etag,
        long size,
        String contentType,
        Instant lastModified,
        Checksums verified) {}
