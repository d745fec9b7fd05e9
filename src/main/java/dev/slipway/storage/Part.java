package dev.slipway.storage;

import org.jspecify.annotations.Nullable;

/// A part that has arrived. `number` counts from 1, `size` in bytes, `etag` without quotes,
/// `sha256` in base64, where the storage has verified it and tells.
public record Part(int number, String etag, long size, @Nullable String sha256) {

    public Part(int number, String etag, long size) {
        this(number, etag, size, null);
    }
}
