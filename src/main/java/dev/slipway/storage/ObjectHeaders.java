package dev.slipway.storage;

import org.jspecify.annotations.Nullable;

/// What is kept beside the bytes and sent with them: `Content-Type`, and where wanted
/// `Cache-Control` and `Content-Disposition`.
public record ObjectHeaders(
        String contentType, @Nullable String cacheControl, @Nullable String contentDisposition) {

    public static ObjectHeaders ofType(String contentType) {
        return new ObjectHeaders(contentType, null, null);
    }
}
