package dev.slipway.storage.s3;

import dev.slipway.storage.ObjectKey;
import org.jspecify.annotations.Nullable;

/// The object to copy, on condition that it has this `etag` where one is given.
record CopySource(ObjectKey key, @Nullable String etag) {

    @Nullable String condition() {
        return etag == null ? null : ETag.quoted(etag);
    }
}
