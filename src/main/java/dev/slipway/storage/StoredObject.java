package dev.slipway.storage;

import java.time.Instant;

/// What a storage says about an object it holds. `size` in bytes; `etag` without quotes.
public record StoredObject(
        ObjectKey key, String etag, long size, String contentType, Instant lastModified) {}
