package dev.slipway.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// SHA-256 as clients declare it and as we compute it: base64 of 32 bytes.
final class Checksums {

    private static final int SHA256_BYTES = 32;
    private static final int BUFFER = 64 * 1024;

    private Checksums() {}

    /// The declared checksum in its one canonical spelling, or null when none is declared.
    static @Nullable String sha256(@Nullable String declared) {
        if (declared == null) {
            return null;
        }
        try {
            var bytes = Base64.getDecoder().decode(declared);
            if (bytes.length == SHA256_BYTES) {
                return Base64.getEncoder().encodeToString(bytes);
            }
        } catch (IllegalArgumentException e) {
            // refused below, like any other length
        }
        throw new InvalidChecksum("checksum_sha256").refusal();
    }

    static String sha256(InputStream bytes) {
        try (bytes) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[BUFFER];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return Base64.getEncoder().encodeToString(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
