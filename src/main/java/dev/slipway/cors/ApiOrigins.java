package dev.slipway.cors;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;

/// Who may call the API from a page of another origin, Uppy's and Active Storage's calls
/// included.
final class ApiOrigins {

    private static final List<String> PATHS = List.of("/api/", "/uppy/", "/rails/active_storage/");

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "OPTIONS");

    /// Those of our own client, and those that Companion and Active Storage take.
    private static final List<String> HEADERS =
            List.of(
                    "authorization",
                    "content-type",
                    "accept",
                    "origin",
                    "idempotency-key",
                    "uppy-auth-token",
                    "uppy-credentials-params",
                    "x-requested-with",
                    "x-csrf-token");

    private static final List<String> EXPOSED = List.of("Location", "Retry-After", "ETag");

    @Produces
    @Singleton
    CrossOrigin api(CorsConfig config) {
        var origins = config.origins().orElse(List.of()).stream().map(ApiOrigins::exact).toList();
        return new CrossOrigin(PATHS, origins, METHODS, HEADERS, EXPOSED, true);
    }

    /// As browsers write it; a list of any would be open to all, and a path is never sent.
    private static String exact(String origin) {
        try {
            var uri = URI.create(origin);
            if (uri.getScheme() != null
                    && uri.getHost() != null
                    && origin.equals(uri.getScheme() + "://" + uri.getRawAuthority())
                    && uri.getRawUserInfo() == null) {
                return origin;
            }
        } catch (IllegalArgumentException e) {
            // refused below, like anything else that is none
        }
        throw new IllegalStateException(
                "slipway.cors.origins has '%s', but takes exact origins only, such as"
                                .formatted(origin)
                        + " https://app.example.org");
    }
}
