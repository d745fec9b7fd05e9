package dev.slipway.storage;

import dev.slipway.presign.Condition;
import dev.slipway.presign.PostForm;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the terms of an upload are as a form: the same fields on every backend, so that no
/// client can tell one from the other. Only whole seconds of the expiry are kept. An MD5 is not
/// among them: S3 takes it as a header only.
public final class UploadForm {

    private UploadForm() {}

    public static PostForm of(UploadTerms terms, String bucket) {
        return new PostForm(
                bucket,
                terms.key().value(),
                fields(terms),
                new Condition.ContentLengthRange(terms.minSize(), terms.maxSize()),
                terms.expiresAt().truncatedTo(ChronoUnit.SECONDS));
    }

    private static Map<String, String> fields(UploadTerms terms) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("Content-Type", terms.contentType());
        // S3 takes one algorithm for each object
        if (terms.checksums().sha256() != null) {
            fields.put("x-amz-checksum-algorithm", "SHA256");
            fields.put("x-amz-checksum-sha256", terms.checksums().sha256());
        } else if (terms.checksums().crc32c() != null) {
            fields.put("x-amz-checksum-algorithm", "CRC32C");
            fields.put("x-amz-checksum-crc32c", terms.checksums().crc32c());
        }
        ObjectMetadata.encoded(terms.metadata())
                .forEach((name, value) -> fields.put("x-amz-meta-" + name, value));
        return fields;
    }
}
