package dev.slipway.upload;

import dev.slipway.storage.Checksums;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Checksums as clients declare them, in their one canonical spelling.
final class DeclaredChecksums {

    private static final int SHA256_BYTES = 32;
    private static final int MD5_BYTES = 16;
    private static final int CRC32C_BYTES = 4;

    private DeclaredChecksums() {}

    static Checksums of(StartRequest request) {
        return new Checksums(
                canonical("checksum_sha256", request.checksumSha256(), SHA256_BYTES),
                canonical("checksum_md5", request.checksumMd5(), MD5_BYTES),
                canonical("checksum_crc32c", request.checksumCrc32c(), CRC32C_BYTES));
    }

    private static @Nullable String canonical(
            String member, @Nullable String declared, int length) {
        if (declared == null) {
            return null;
        }
        try {
            var bytes = Base64.getDecoder().decode(declared);
            if (bytes.length == length) {
                return Base64.getEncoder().encodeToString(bytes);
            }
        } catch (IllegalArgumentException e) {
            // refused below, like any other length
        }
        throw new InvalidChecksum(member, length).refusal();
    }
}
