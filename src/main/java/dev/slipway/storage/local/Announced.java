package dev.slipway.storage.local;

import dev.slipway.presign.S3Error;
import dev.slipway.storage.Checksums;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.UploadPut;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What was signed about bytes that come: the fields of a form, or the headers of a PUT, which
/// have the same names.
final class Announced {

    private static final String METADATA = "x-amz-meta-";

    private final Map<String, String> words = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    Announced(Map<String, String> words) {
        this.words.putAll(words);
    }

    /// The key that is meant, which has to end as the address does.
    static ObjectKey key(@Nullable String text, String lastSegment) throws UploadRefusedException {
        if (text == null || !ObjectKey.isValid(text)) {
            throw new UploadRefusedException(
                    S3Error.invalidArgument("The key of this upload cannot be stored here."));
        }
        var key = new ObjectKey(text);
        if (!key.lastSegment().equals(lastSegment)) {
            throw new UploadRefusedException(
                    S3Error.accessDenied("This permission belongs to another address."));
        }
        return key;
    }

    Checksums checksums() {
        return new Checksums(
                words.get(UploadPut.CHECKSUM + "sha256"),
                words.get("Content-MD5"),
                words.get(UploadPut.CHECKSUM + "crc32c"));
    }

    /// Refuses bytes that sum up to something else.
    void check(Checksums actual) throws UploadRefusedException {
        var declared = checksums();
        check("SHA256", declared.sha256(), actual.sha256());
        check("Content-MD5", declared.md5(), actual.md5());
        check("CRC32C", declared.crc32c(), actual.crc32c());
    }

    private static void check(String name, @Nullable String expected, @Nullable String actual)
            throws UploadRefusedException {
        if (expected != null && !expected.equals(actual)) {
            throw new UploadRefusedException(
                    "BadDigest",
                    400,
                    "The " + name + " you specified did not match what we received.");
        }
    }

    ObjectHeaders headers() {
        return new ObjectHeaders(
                words.getOrDefault("Content-Type", "binary/octet-stream"),
                words.get("Cache-Control"),
                words.get("Content-Disposition"),
                metadata());
    }

    private Map<String, String> metadata() {
        var metadata = new HashMap<String, String>();
        words.forEach(
                (name, value) -> {
                    var lower = name.toLowerCase(Locale.ROOT);
                    if (lower.startsWith(METADATA)) {
                        metadata.put(lower.substring(METADATA.length()), value);
                    }
                });
        return metadata;
    }
}
