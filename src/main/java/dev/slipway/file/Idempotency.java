package dev.slipway.file;

import org.jspecify.annotations.Nullable;

/// What makes a repeated start the same one: the client's `key`, where it gave one, and the
/// SHA-256 of the canonical `body`.
public record Idempotency(@Nullable String key, @Nullable String body) {

    /// Every start is one of its own.
    public static final Idempotency NONE = new Idempotency(null, null);
}
