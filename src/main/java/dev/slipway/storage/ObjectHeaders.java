package dev.slipway.storage;

import org.jspecify.annotations.Nullable;

/// What is kept beside the bytes and sent with them: `Content-Type`, and where wanted
/// `Cache-Control` and `Content-Disposition`.
public record ObjectHeaders(
        String contentType, @Nullable String cacheControl, @Nullable String contentDisposition) {

    /// For content that never changes under its key: caches may keep it for ever.
    public static ObjectHeaders immutable(String contentType, boolean isPublic) {
        return new ObjectHeaders(
                contentType,
                (isPublic ? "public" : "private") + ", max-age=31536000, immutable",
                Disposition.forcedOn(contentType));
    }

    public static ObjectHeaders ofType(String contentType) {
        return new ObjectHeaders(contentType, null, null);
    }
}
