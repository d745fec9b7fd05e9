package dev.slipway.storage;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a stranger may bring: exactly this key and `Content-Type`, `minSize` to `maxSize` bytes
/// (both included), with this SHA-256 (base64) when one is given, until `expiresAt`. `metadata`
/// is kept on the object as `x-amz-meta-*`, percent-encoded UTF-8.
public record UploadTerms(
        ObjectKey key,
        String contentType,
        long minSize,
        long maxSize,
        @Nullable String checksumSha256,
        Map<String, String> metadata,
        Instant issuedAt,
        Instant expiresAt) {

    public UploadTerms {
        metadata = Map.copyOf(metadata);
        if (minSize < 0 || maxSize < minSize) {
            throw new IllegalArgumentException("not a size range: " + minSize + " to " + maxSize);
        }
    }
}
