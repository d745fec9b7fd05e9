package dev.slipway.storage;

import dev.slipway.presign.Condition;
import dev.slipway.presign.PostForm;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// What the terms of an upload are as a form: the same fields on every backend, so that no
/// client can tell one from the other. Only whole seconds of the expiry are kept.
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
        if (terms.checksumSha256() != null) {
            fields.put("x-amz-checksum-algorithm", "SHA256");
            fields.put("x-amz-checksum-sha256", terms.checksumSha256());
        }
        new TreeMap<>(terms.metadata())
                .forEach((name, value) -> fields.put("x-amz-meta-" + name, encode(value)));
        return fields;
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
