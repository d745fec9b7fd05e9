package dev.slipway.storage;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is kept beside the bytes and sent with them: `Content-Type`, where wanted
/// `Cache-Control` and `Content-Disposition`, and `metadata`, which S3 calls `x-amz-meta-*`.
public record ObjectHeaders(
        String contentType,
        @Nullable String cacheControl,
        @Nullable String contentDisposition,
        Map<String, String> metadata) {

    public ObjectHeaders {
        metadata = Map.copyOf(metadata);
    }

    /// For content that never changes under its key: caches may keep it for ever.
    public static ObjectHeaders immutable(String contentType, boolean isPublic) {
        return new ObjectHeaders(
                contentType,
                (isPublic ? "public" : "private") + ", max-age=31536000, immutable",
                Disposition.forcedOn(contentType),
                Map.of());
    }

    public static ObjectHeaders ofType(String contentType) {
        return new ObjectHeaders(contentType, null, null, Map.of());
    }

    public ObjectHeaders with(Map<String, String> metadata) {
        return new ObjectHeaders(contentType, cacheControl, contentDisposition, metadata);
    }
}
