package dev.slipway.presign;

import java.net.URI;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/// Signs requests in the query of their URL with SigV4, so that a stranger may make them:
/// presigned PUT, GET, parts. The body is not signed. Safe for many threads; keep one, it
/// remembers the signing key of the day.
public final class SignUrl {

    private final Signatures signatures = new Signatures();

    /// The address, in one form for equal input. Its lifetime counts from the second of `now`.
    /// With temporary credentials their token is a parameter; the URL then works no longer than
    /// they do.
    public URI sign(
            PresignedRequest request, String region, AwsCredentials credentials, Instant now) {
        var scope = CredentialScope.of(credentials, region, now);
        var date = CredentialScope.amzDate(now);
        var headers = new TreeMap<>(request.headers());
        headers.put(HeadersToSign.HOST, request.host());
        var query = new TreeMap<String, String>();
        request.parameters().forEach((name, value) -> put(name, value, query));
        put(UrlParameters.ALGORITHM, CredentialScope.ALGORITHM, query);
        put(UrlParameters.CREDENTIAL, scope.toString(), query);
        put(UrlParameters.DATE, date, query);
        put(UrlParameters.EXPIRES, Long.toString(request.lifetime().toSeconds()), query);
        put(UrlParameters.SIGNED_HEADERS, CanonicalRequest.names(headers), query);
        if (credentials.sessionToken() != null) {
            put(UrlParameters.SECURITY_TOKEN, credentials.sessionToken(), query);
        }
        var signed = new CanonicalRequest(request.method(), request.path(), query, headers);
        var signature = signatures.of(signed.stringToSign(date, scope), credentials, scope);
        put(UrlParameters.SIGNATURE, signature, query);
        return URI.create(
                request.address().getScheme()
                        + "://"
                        + request.host()
                        + signed.path()
                        + "?"
                        + signed.queryString());
    }

    private static void put(String name, String value, SortedMap<String, String> query) {
        query.put(UriEncoding.encode(name), UriEncoding.encode(value));
    }
}
