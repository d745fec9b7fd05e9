package dev.slipway.storage.s3;

import dev.slipway.storage.FileSizeRequired;
import dev.slipway.storage.ObjectMetadata;
import dev.slipway.storage.Ticket;
import dev.slipway.storage.UploadTerms;
import java.util.LinkedHashMap;
import java.util.Map;

/// Presigned PUTs of one object. A PUT knows no range of sizes, so exactly one is signed. Where
/// the provider heeds `If-None-Match: *`, the object is brought once and never changed: a
/// second PUT answers 412, which means that it is there.
final class SignPut {

    static final String CHECKSUM = "x-amz-checksum-";

    private static final String SIZE = "Content-Length";

    private final SignRequest signer;
    private final S3Settings settings;

    SignPut(SignRequest signer, S3Settings settings) {
        this.signer = signer;
        this.settings = settings;
    }

    Ticket.Put sign(UploadTerms terms, Signing signing) {
        var size = terms.exactSize().orElseThrow(() -> new FileSizeRequired().refusal());
        var headers = headers(terms);
        var signed = new LinkedHashMap<>(headers);
        signed.put(SIZE, Long.toString(size));
        var during = signing.ofUrl();
        return new Ticket.Put(
                signer.put(terms.key(), Map.of(), signed, during), headers, during.expiresAt());
    }

    /// Those that the stranger has to send; a browser sets the size itself.
    private Map<String, String> headers(UploadTerms terms) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", terms.contentType());
        if (settings.provider().conditionalPut()) {
            headers.put("If-None-Match", "*");
        }
        var sums = terms.checksums();
        if (sums.md5() != null) {
            headers.put("Content-MD5", sums.md5());
        }
        if (settings.provider().checksums()) {
            // S3 takes one algorithm for each object
            if (sums.sha256() != null) {
                headers.put(CHECKSUM + "sha256", sums.sha256());
            } else if (sums.crc32c() != null) {
                headers.put(CHECKSUM + "crc32c", sums.crc32c());
            }
        }
        ObjectMetadata.encoded(terms.metadata())
                .forEach((name, value) -> headers.put("x-amz-meta-" + name, value));
        headers.putAll(settings.atRest().headers(terms.key()));
        return headers;
    }
}
