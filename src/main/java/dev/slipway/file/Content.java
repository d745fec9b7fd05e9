package dev.slipway.file;

import dev.slipway.storage.ObjectKey;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Verified bytes at their final key in a storage. `id` is the upload that brought them; `size`
/// in bytes; `sha256` (base64) where somebody has asked for it.
public record Content(
        UUID id, String storage, ObjectKey key, String etag, long size, @Nullable String sha256) {}
