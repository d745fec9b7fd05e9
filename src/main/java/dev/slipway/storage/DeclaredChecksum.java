package dev.slipway.storage;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// A checksum as clients declare it: base64, in its one canonical spelling.
public final class DeclaredChecksum {

    public static final int SHA256_BYTES = 32;
    public static final int MD5_BYTES = 16;
    public static final int CRC32C_BYTES = 4;

    private DeclaredChecksum() {}

    /// Refused with [InvalidChecksum] when it is none of this length.
    public static @Nullable String canonical(String member, @Nullable String declared, int length) {
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
