package dev.slipway.file;

import dev.slipway.profile.Profile;
import dev.slipway.storage.Checksums;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row as the rest of the program sees it. `signedSize` in bytes, when it was known at the
/// start; `partSize` when the upload comes in parts: the bytes of each but the last, or 0 when
/// the sender cuts them as it likes; `checksums` are the declared ones, and after finish the
/// computed SHA-256; `content` once there are verified bytes.
public record FileRecord(
        UUID id,
        FileState state,
        int version,
        String storage,
        String owner,
        Profile profile,
        @Nullable UUID replaces,
        String fileName,
        String originalFileName,
        String fileType,
        @Nullable Long signedSize,
        @Nullable Long partSize,
        Checksums checksums,
        Map<String, String> metadata,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant uploadFinishedAt,
        @Nullable Content content,
        Appearance appearance,
        @Nullable Rejection rejection,
        ProcessingState processing,
        int attempts,
        @Nullable Failure error,
        Keeping keeping) {

    /// The content of a finished file.
    public Content finishedContent() {
        if (content == null) {
            throw new IllegalStateException("file " + id + " is " + state + ": it has no content");
        }
        return content;
    }
}
