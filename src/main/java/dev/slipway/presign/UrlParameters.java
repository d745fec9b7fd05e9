package dev.slipway.presign;

import java.util.Locale;
import java.util.Set;

/// The names of a presigned URL's parameters that mean something to the signature.
final class UrlParameters {

    static final String ALGORITHM = "X-Amz-Algorithm";
    static final String CREDENTIAL = "X-Amz-Credential";
    static final String DATE = "X-Amz-Date";
    static final String EXPIRES = "X-Amz-Expires";
    static final String SIGNED_HEADERS = "X-Amz-SignedHeaders";
    static final String SECURITY_TOKEN = "X-Amz-Security-Token";
    static final String SIGNATURE = "X-Amz-Signature";

    private static final Set<String> IN_LOWER_CASE =
            Set.of(
                    "x-amz-algorithm",
                    "x-amz-credential",
                    "x-amz-date",
                    "x-amz-expires",
                    "x-amz-signedheaders",
                    "x-amz-security-token",
                    "x-amz-signature");

    private UrlParameters() {}

    static boolean ofTheSignature(String name) {
        return IN_LOWER_CASE.contains(name.toLowerCase(Locale.ROOT));
    }
}
