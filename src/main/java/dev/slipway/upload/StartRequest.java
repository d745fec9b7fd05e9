package dev.slipway.upload;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a client wants to upload. Everything may be missing here: the verb says what is wrong.
/// `fileSize` in bytes; the checksums are base64; `replaces` is the id of a file whose
/// content the upload becomes.
public record StartRequest(
        @Nullable String fileName,
        @Nullable String fileType,
        @Nullable Long fileSize,
        @Nullable String checksumSha256,
        @Nullable String checksumMd5,
        @Nullable String checksumCrc32c,
        @Nullable String profile,
        @Nullable Map<String, @Nullable String> metadata,
        @Nullable String replaces) {}
