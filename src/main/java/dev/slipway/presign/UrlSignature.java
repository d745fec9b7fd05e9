package dev.slipway.presign;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a query says about its signature. `query` is what was signed of it, encoded.
record UrlSignature(
        CredentialScope scope,
        Instant signedAt,
        Duration lifetime,
        SortedSet<String> signedHeaders,
        String securityToken,
        String signature,
        SortedMap<String, String> query) {

    static UrlSignature parse(@Nullable String rawQuery) throws RefusedRequestException {
        var query = parts(rawQuery == null ? "" : rawQuery);
        var algorithm = required(UrlParameters.ALGORITHM, query);
        if (!algorithm.equals(CredentialScope.ALGORITHM)) {
            throw refused("X-Amz-Algorithm only supports \"" + CredentialScope.ALGORITHM + "\"");
        }
        var credential = required(UrlParameters.CREDENTIAL, query);
        var date = required(UrlParameters.DATE, query);
        var expires = required(UrlParameters.EXPIRES, query);
        var signedHeaders = required(UrlParameters.SIGNED_HEADERS, query);
        var signature = required(UrlParameters.SIGNATURE, query);
        var token = query.getOrDefault(UrlParameters.SECURITY_TOKEN, "");
        query.remove(UrlParameters.SIGNATURE);
        return new UrlSignature(
                scope(credential, date),
                signedAt(date),
                lifetime(expires),
                new TreeSet<>(List.of(signedHeaders.split(";", -1))),
                UriEncoding.decode(token),
                signature,
                Collections.unmodifiableSortedMap(query));
    }

    String date() {
        return CredentialScope.amzDate(signedAt);
    }

    /// The parameters beside those of the signature, in plain text.
    Map<String, String> parameters() {
        var parameters = new HashMap<String, String>();
        query.forEach(
                (name, value) -> {
                    var plain = UriEncoding.decode(name);
                    if (!UrlParameters.ofTheSignature(plain)) {
                        parameters.put(plain, UriEncoding.decode(value));
                    }
                });
        return parameters;
    }

    private static SortedMap<String, String> parts(String rawQuery) throws RefusedRequestException {
        var parts = new TreeMap<String, String>();
        for (var part : rawQuery.split("&", -1)) {
            var end = part.indexOf('=') < 0 ? part.length() : part.indexOf('=');
            var name = UriEncoding.queryPart(part.substring(0, end));
            var value = UriEncoding.queryPart(part.substring(Math.min(end + 1, part.length())));
            if (name == null || value == null) {
                throw new RefusedRequestException(S3Error.invalidUri());
            }
            if (!part.isEmpty() && parts.put(name, value) != null) {
                throw new RefusedRequestException(
                        S3Error.invalidArgument("The parameter '" + name + "' comes twice."));
            }
        }
        return parts;
    }

    private static String required(String name, Map<String, String> query)
            throws RefusedRequestException {
        var value = query.get(name);
        if (value == null) {
            throw refused(
                    "Query-string authentication version 4 requires the X-Amz-Algorithm,"
                            + " X-Amz-Credential, X-Amz-Signature, X-Amz-Date,"
                            + " X-Amz-SignedHeaders, and X-Amz-Expires parameters.");
        }
        return UriEncoding.decode(value);
    }

    private static CredentialScope scope(String credential, String date)
            throws RefusedRequestException {
        var scope = CredentialScope.parse(credential).orElse(null);
        if (scope == null) {
            throw refused(
                    "Error parsing the X-Amz-Credential parameter; the Credential is mal-formed;"
                            + " expecting \"<YOUR-AKID>/YYYYMMDD/REGION/s3/aws4_request\".");
        }
        if (!date.startsWith(scope.date())) {
            throw refused(
                    "Invalid credential date \""
                            + scope.date()
                            + "\". This date is not the same as X-Amz-Date.");
        }
        return scope;
    }

    private static Instant signedAt(String date) throws RefusedRequestException {
        var signedAt = CredentialScope.parseAmzDate(date).orElse(null);
        if (signedAt == null) {
            throw refused("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");
        }
        return signedAt;
    }

    private static Duration lifetime(String expires) throws RefusedRequestException {
        long seconds;
        try {
            seconds = Long.parseLong(expires);
        } catch (NumberFormatException e) {
            throw refused("X-Amz-Expires should be a number");
        }
        if (seconds < 0) {
            throw refused("X-Amz-Expires must be non-negative");
        }
        if (seconds > PresignedRequest.LONGEST.toSeconds()) {
            throw refused(
                    "X-Amz-Expires must be less than a week (in seconds); that is, the given"
                            + " X-Amz-Expires must be less than 604800 seconds");
        }
        return Duration.ofSeconds(seconds);
    }

    private static RefusedRequestException refused(String message) {
        return new RefusedRequestException(S3Error.badQueryAuthentication(message));
    }
}
