package dev.slipway.storage.local;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.storage.Checksums;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.StoredObject;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a key stands for: the bytes (`blob`) and all that is said about them. `etag` is the MD5
/// of the bytes in hex, as S3's is; `sha256`, in base64, only where the uploader gave one.
@JsonInclude(JsonInclude.Include.NON_NULL)
record Pointer(
        String blob,
        String etag,
        long size,
        @Nullable String sha256,
        @Nullable String crc32c,
        String contentType,
        @Nullable String cacheControl,
        @Nullable String contentDisposition,
        Map<String, String> metadata,
        Instant lastModified) {

    Pointer {
        metadata = Map.copyOf(metadata);
    }

    StoredObject object(ObjectKey key) {
        return new StoredObject(
                key, etag, size, contentType, lastModified, new Checksums(sha256, null, crc32c));
    }

    /// The same bytes, linked to another blob and said to be something else.
    Pointer copy(String blob, ObjectHeaders headers, Instant now) {
        return new Pointer(
                blob,
                etag,
                size,
                sha256,
                crc32c,
                headers.contentType(),
                headers.cacheControl(),
                headers.contentDisposition(),
                headers.metadata(),
                now);
    }
}
