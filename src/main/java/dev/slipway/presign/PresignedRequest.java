package dev.slipway.presign;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// The one request that a presigned URL permits, for `lifetime`.
///
/// `address` has no query; its path is encoded. `parameters` are the query beside the
/// signature, in plain text: `partNumber`, `uploadId`, `response-content-type` …. `headers`
/// have to be sent exactly so: any of `Content-Type`, `Content-Length`, `Content-MD5`,
/// `If-None-Match` and `x-amz-*`. `Host` is always signed.
public record PresignedRequest(
        String method,
        URI address,
        Map<String, String> parameters,
        Map<String, String> headers,
        Duration lifetime) {

    /// The longest that S3 allows.
    public static final Duration LONGEST = Duration.ofDays(7);

    private static final Map<String, String> PORTS = Map.of("http", ":80", "https", ":443");
    private static final Set<String> SCHEMES = PORTS.keySet();

    public PresignedRequest {
        if (!method.matches("[A-Z]+")) {
            throw new IllegalArgumentException("not a method: " + method);
        }
        if (!isAddress(address)) {
            throw new IllegalArgumentException(
                    "not an http address without query and user: " + address);
        }
        if (lifetime.compareTo(Duration.ofSeconds(1)) < 0 || lifetime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "S3 signs for 1 second to 7 days, not for " + lifetime);
        }
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        for (var name : parameters.keySet()) {
            if (UrlParameters.ofTheSignature(name)) {
                throw new IllegalArgumentException("the signer itself sets the parameter " + name);
            }
        }
        headers = signable(headers);
    }

    private static boolean isAddress(URI address) {
        return address.getScheme() != null
                && SCHEMES.contains(address.getScheme())
                && address.getRawAuthority() != null
                && address.getRawAuthority().indexOf('@') < 0
                && address.getRawQuery() == null
                && address.getRawFragment() == null
                && UriEncoding.path(address.getRawPath()) != null;
    }

    private static Map<String, String> signable(Map<String, String> headers) {
        var signable = new TreeMap<String, String>();
        headers.forEach(
                (name, value) -> {
                    if (signable.put(HeadersToSign.name(name), HeadersToSign.value(value))
                            != null) {
                        throw new IllegalArgumentException("two values of the header " + name);
                    }
                });
        return Collections.unmodifiableMap(signable);
    }

    /// As browsers send it: in lower case, and without the port that goes without saying.
    String host() {
        var authority = address.getRawAuthority().toLowerCase(Locale.ROOT);
        var port = PORTS.getOrDefault(address.getScheme(), "");
        return authority.endsWith(port)
                ? authority.substring(0, authority.length() - port.length())
                : authority;
    }

    String path() {
        return Objects.requireNonNull(UriEncoding.path(address.getRawPath()));
    }
}
