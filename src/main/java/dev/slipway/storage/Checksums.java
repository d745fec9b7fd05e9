package dev.slipway.storage;

import org.jspecify.annotations.Nullable;

/// What the bytes of an object sum up to, as far as somebody has said: base64 of the SHA-256
/// (32 bytes), the MD5 (16) and the CRC-32C (4, big-endian), as S3 writes them.
public record Checksums(@Nullable String sha256, @Nullable String md5, @Nullable String crc32c) {

    public static final Checksums NONE = new Checksums(null, null, null);

    public static Checksums ofSha256(@Nullable String sha256) {
        return sha256 == null ? NONE : new Checksums(sha256, null, null);
    }

    public boolean isEmpty() {
        return sha256 == null && md5 == null && crc32c == null;
    }
}
