package dev.slipway.storage;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// Computes the chosen checksums of bytes that pass by, in one pass.
public final class Summing {

    /// What can be computed.
    public enum Algorithm {
        SHA256,
        MD5,
        CRC32C
    }

    private final @Nullable MessageDigest sha256;
    private final @Nullable MessageDigest md5;
    private final @Nullable CRC32C crc32c;

    public Summing(Set<Algorithm> algorithms) {
        this.sha256 = algorithms.contains(Algorithm.SHA256) ? digest("SHA-256") : null;
        this.md5 = algorithms.contains(Algorithm.MD5) ? digest("MD5") : null;
        this.crc32c = algorithms.contains(Algorithm.CRC32C) ? new CRC32C() : null;
    }

    /// The algorithms of the checksums that are given.
    public static Set<Algorithm> algorithmsOf(Checksums given) {
        var algorithms = EnumSet.noneOf(Algorithm.class);
        if (given.sha256() != null) {
            algorithms.add(Algorithm.SHA256);
        }
        if (given.md5() != null) {
            algorithms.add(Algorithm.MD5);
        }
        if (given.crc32c() != null) {
            algorithms.add(Algorithm.CRC32C);
        }
        return algorithms;
    }

    public void update(byte[] bytes, int offset, int length) {
        if (sha256 != null) {
            sha256.update(bytes, offset, length);
        }
        if (md5 != null) {
            md5.update(bytes, offset, length);
        }
        if (crc32c != null) {
            crc32c.update(bytes, offset, length);
        }
    }

    /// The checksums of all that has passed; asked once, at the end.
    public Checksums result() {
        return new Checksums(
                sha256 == null ? null : base64(sha256.digest()),
                md5 == null ? null : base64(md5.digest()),
                crc32c == null
                        ? null
                        : base64(ByteBuffer.allocate(4).putInt((int) crc32c.getValue()).array()));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
