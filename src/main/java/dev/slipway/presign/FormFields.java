package dev.slipway.presign;

import java.util.Locale;
import java.util.Set;

/// The names of a form's fields that mean something to the signature.
final class FormFields {

    static final String KEY = "key";
    static final String BUCKET = "bucket";
    static final String FILE = "file";
    static final String POLICY = "policy";
    static final String ALGORITHM = "x-amz-algorithm";
    static final String CREDENTIAL = "x-amz-credential";
    static final String DATE = "x-amz-date";
    static final String SECURITY_TOKEN = "x-amz-security-token";
    static final String SIGNATURE = "x-amz-signature";

    private static final Set<String> OF_THE_SIGNATURE =
            Set.of(
                    KEY,
                    BUCKET,
                    FILE,
                    POLICY,
                    ALGORITHM,
                    CREDENTIAL,
                    DATE,
                    SECURITY_TOKEN,
                    SIGNATURE);
    private static final Set<String> FREE = Set.of(FILE, POLICY, SIGNATURE);

    private FormFields() {}

    static boolean ofTheSignature(String name) {
        return OF_THE_SIGNATURE.contains(name.toLowerCase(Locale.ROOT));
    }

    /// Whether S3 accepts it without a condition.
    static boolean needsNoCondition(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return FREE.contains(lower) || isIgnored(lower);
    }

    static boolean isIgnored(String name) {
        return name.regionMatches(true, 0, "x-ignore-", 0, 9);
    }
}
