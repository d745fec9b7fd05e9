package dev.slipway.file;

import dev.slipway.storage.ObjectKey;
import java.util.UUID;

/// Verified bytes at their final key. `id` is the upload that brought them; `size` in bytes.
public record Content(UUID id, ObjectKey key, String etag, long size) {}
