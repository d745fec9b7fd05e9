package dev.slipway.storage;

import java.util.LinkedHashMap;
import java.util.Map;

/// What the terms of an upload are as a PUT: the same headers on every backend. A PUT knows no
/// range of sizes, so exactly one is signed; it is not among the headers, because a browser sets
/// it itself.
public final class UploadPut {

    public static final String CHECKSUM = "x-amz-checksum-";

    private UploadPut() {}

    /// The size that is signed.
    ///
    /// Refused with [FileSizeRequired] when the terms leave it open.
    public static long size(UploadTerms terms) {
        return terms.exactSize().orElseThrow(() -> new FileSizeRequired().refusal());
    }

    /// The headers of a part.
    public static Map<String, String> headers(PartTerms terms) {
        var sha256 = terms.sha256();
        return sha256 == null ? Map.of() : Map.of(CHECKSUM + "sha256", sha256);
    }

    /// `conditional`: the object is brought once and never changed, a second PUT answers 412,
    /// which means that it is there. `checksummed`: the storage knows the `x-amz-checksum-*`
    /// headers.
    public static Map<String, String> headers(
            UploadTerms terms, boolean conditional, boolean checksummed) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", terms.contentType());
        if (conditional) {
            headers.put("If-None-Match", "*");
        }
        var sums = terms.checksums();
        if (sums.md5() != null) {
            headers.put("Content-MD5", sums.md5());
        }
        // S3 takes one algorithm for each object
        if (checksummed && sums.sha256() != null) {
            headers.put(CHECKSUM + "sha256", sums.sha256());
        } else if (checksummed && sums.crc32c() != null) {
            headers.put(CHECKSUM + "crc32c", sums.crc32c());
        }
        ObjectMetadata.encoded(terms.metadata())
                .forEach((name, value) -> headers.put("x-amz-meta-" + name, value));
        return headers;
    }
}
