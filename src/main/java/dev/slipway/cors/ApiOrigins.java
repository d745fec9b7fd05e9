package dev.slipway.cors;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Who may call the API from a page of another origin, Uppy's and Active Storage's calls
/// included.
final class ApiOrigins {

    private static final List<String> PATHS = List.of("/api/", "/uppy/", "/rails/active_storage/");

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS");

    private static final int LAST_PORT = 65_535;

    private static final Map<String, Integer> USUAL_PORTS = Map.of("http", 80, "https", 443);

    /// Browsers know these schemes, but no page that a request could come from has them.
    private static final List<String> WITHOUT_PAGES = List.of("ftp", "file", "ws", "wss");

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
            if (isSent(URI.create(origin), origin)) {
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

    /// What browsers send is in lower case and without the usual port, and is compared as text.
    private static boolean isSent(URI uri, String origin) {
        if (uri.getScheme() == null || uri.getHost() == null || uri.getPort() > LAST_PORT) {
            return false;
        }
        var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        var port = uri.getPort();
        var isUsual = port == -1 || Objects.equals(USUAL_PORTS.get(scheme), port);
        var host = uri.getHost().toLowerCase(Locale.ROOT);
        return !WITHOUT_PAGES.contains(scheme)
                && origin.equals(scheme + "://" + host + (isUsual ? "" : ":" + port));
    }
}
