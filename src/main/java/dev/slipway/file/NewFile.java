package dev.slipway.file;

import dev.slipway.profile.Profile;
import dev.slipway.storage.Checksums;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a start knows: the terms of an upload that has yet to come. `partSize` as in
/// [FileRecord].
public record NewFile(
        UUID id,
        String storage,
        String owner,
        Profile profile,
        @Nullable UUID replaces,
        String originalFileName,
        String fileType,
        @Nullable Long signedSize,
        @Nullable Long partSize,
        Checksums checksums,
        Map<String, String> metadata,
        Idempotency idempotency,
        Instant createdAt,
        Instant expiresAt) {

    /// How many bytes it may bring, and its owner is charged with until they are there.
    public long charge() {
        return signedSize == null ? profile.maxSize() : signedSize;
    }

    /// The row that this becomes.
    public FileRecord pending() {
        return new FileRecord(
                id,
                FileState.PENDING,
                1,
                storage,
                owner,
                profile,
                replaces,
                RowMapping.fileName(id, fileType),
                originalFileName,
                fileType,
                signedSize,
                partSize,
                checksums,
                metadata,
                createdAt,
                expiresAt,
                null,
                null,
                Appearance.UNKNOWN,
                null,
                ProcessingState.NONE,
                0,
                null,
                new Keeping(null, false, null));
    }
}
