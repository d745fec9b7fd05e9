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
        Instant createdAt,
        Instant expiresAt) {}
