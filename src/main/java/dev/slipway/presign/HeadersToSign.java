package dev.slipway.presign;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which headers a signature may cover, and in which form.
final class HeadersToSign {

    static final String HOST = "host";

    /// S3 wants every such header that is sent to be signed.
    private static final String AMAZONS = "x-amz-";

    private static final Set<String> OTHERS =
            Set.of("content-type", "content-length", "content-md5", "if-none-match");
    private static final Set<String> OF_THE_SIGNER =
            Set.of("x-amz-date", "x-amz-security-token", "x-amz-content-sha256");
    private static final Pattern NAME = Pattern.compile(AMAZONS + "[a-z0-9!#$%&'*+.^_`|~-]+");
    private static final Pattern VALUE = Pattern.compile("[\\t -~]*");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private HeadersToSign() {}

    static boolean isAmazons(String name) {
        return name.regionMatches(true, 0, AMAZONS, 0, AMAZONS.length());
    }

    /// The name as it is signed; refuses one that a presigned URL does not sign.
    static String name(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (OF_THE_SIGNER.contains(lower) || lower.equals(HOST)) {
            throw new IllegalArgumentException("the signer itself sets the header " + name);
        }
        if (!OTHERS.contains(lower) && !NAME.matcher(lower).matches()) {
            throw new IllegalArgumentException("not a header to sign: " + name);
        }
        return lower;
    }

    /// The value as it is signed; refuses what servers read differently or not at all.
    static String value(String value) {
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("not in printable ASCII: " + value);
        }
        return values(List.of(value));
    }

    /// A header's values as they are signed: each run of blanks is one space, none is outside.
    static String values(List<String> values) {
        return values.stream()
                .map(value -> BLANKS.matcher(value).replaceAll(" ").strip())
                .collect(Collectors.joining(","));
    }
}
