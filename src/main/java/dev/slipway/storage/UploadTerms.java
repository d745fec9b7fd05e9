package dev.slipway.storage;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;

/// What a stranger may bring: exactly this key and `Content-Type`, `minSize` to `maxSize` bytes
/// (both included), with these checksums where some are given, until `expiresAt`. `metadata` is
/// kept on the object as `x-amz-meta-*`, percent-encoded UTF-8.
public record UploadTerms(
        ObjectKey key,
        String contentType,
        long minSize,
        long maxSize,
        Checksums checksums,
        Map<String, String> metadata,
        Instant issuedAt,
        Instant expiresAt) {

    public UploadTerms {
        metadata = Map.copyOf(metadata);
        if (minSize < 0 || maxSize < minSize) {
            throw new IllegalArgumentException("not a size range: " + minSize + " to " + maxSize);
        }
    }

    /// The one size that may come, when it is known: a PUT can be signed for no other.
    public OptionalLong exactSize() {
        return minSize == maxSize ? OptionalLong.of(minSize) : OptionalLong.empty();
    }
}
