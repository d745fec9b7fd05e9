package dev.slipway.storage.local;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/// The ETag of an object that came in parts, as S3 makes it: the MD5 of the parts' MD5s, and how
/// many they were.
final class PartsETag {

    private PartsETag() {}

    /// `etags` are MD5s in hex, in the order of the parts.
    static String of(Collection<String> etags) {
        var md5 = md5();
        etags.forEach(etag -> md5.update(HexFormat.of().parseHex(etag)));
        return HexFormat.of().formatHex(md5.digest()) + "-" + etags.size();
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
