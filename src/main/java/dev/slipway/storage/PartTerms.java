package dev.slipway.storage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which part a stranger may bring: `number` from 1 to 10,000 of the multipart upload that the
/// storage calls `uploadId`, with exactly `size` bytes where that is known, which sum up to
/// `sha256` (base64) where that was said, until `expiresAt`.
public record PartTerms(
        ObjectKey key,
        String uploadId,
        int number,
        @Nullable Long size,
        @Nullable String sha256,
        Instant issuedAt,
        Instant expiresAt) {

    /// S3's bound.
    public static final int MOST_PARTS = 10_000;

    public PartTerms {
        if (number < 1 || number > MOST_PARTS) {
            throw new IllegalArgumentException("not a part number: " + number);
        }
    }
}
