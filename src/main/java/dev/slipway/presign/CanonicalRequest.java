package dev.slipway.presign;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/// What the signature in a URL covers
/// ([S3](https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html)): the
/// path and the query in the form of [UriEncoding], the headers in that of [HeadersToSign].
/// The body is none of it.
record CanonicalRequest(
        String method,
        String path,
        SortedMap<String, String> query,
        SortedMap<String, String> headers) {

    private static final String PAYLOAD = "UNSIGNED-PAYLOAD";

    String queryString() {
        return join(query, "=", "&");
    }

    static String names(SortedMap<String, String> headers) {
        return String.join(";", headers.keySet());
    }

    String stringToSign(String date, CredentialScope scope) {
        var text =
                String.join(
                        "\n",
                        method,
                        path,
                        queryString(),
                        join(headers, ":", "\n"),
                        "",
                        names(headers),
                        PAYLOAD);
        return String.join("\n", CredentialScope.ALGORITHM, date, scope.scope(), sha256(text));
    }

    private static String join(Map<String, String> pairs, String between, String separator) {
        return pairs.entrySet().stream()
                .map(pair -> pair.getKey() + between + pair.getValue())
                .collect(Collectors.joining(separator));
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
