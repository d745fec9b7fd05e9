package dev.slipway.upload;

import static dev.slipway.storage.DeclaredChecksum.canonical;

import dev.slipway.storage.Checksums;
import dev.slipway.storage.DeclaredChecksum;

/// Checksums as a start declares them.
final class DeclaredChecksums {

    private DeclaredChecksums() {}

    static Checksums of(StartRequest request) {
        return new Checksums(
                canonical(
                        "checksum_sha256", request.checksumSha256(), DeclaredChecksum.SHA256_BYTES),
                canonical("checksum_md5", request.checksumMd5(), DeclaredChecksum.MD5_BYTES),
                canonical(
                        "checksum_crc32c",
                        request.checksumCrc32c(),
                        DeclaredChecksum.CRC32C_BYTES));
    }
}
