package dev.slipway.storage.local;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lets pages of other origins bring and show files, as a bucket's CORS rules would. Only under
/// the addresses of this package; they carry no cookies and no tokens, so any header may be
/// sent.
@Singleton
final class CorsFilter {

    /// Before authentication (200), because a preflight carries none, and before the
    /// framework's own CORS filter (300), which knows no paths.
    private static final int PRIORITY = 310;

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT");
    private static final String MAX_AGE = "3000";

    private final List<String> origins;

    CorsFilter(LocalStorageConfig config) {
        this.origins = config.cors().origins();
    }

    void register(@Observes Filters filters) {
        filters.register(this::filter, PRIORITY);
    }

    void filter(RoutingContext http) {
        var path = http.normalizedPath();
        var origin = http.request().getHeader(HttpHeaders.ORIGIN);
        if (!path.startsWith(MediaLinks.PATH) && !path.startsWith(Tickets.PATH)) {
            http.next();
            return;
        }
        if (!origins.contains("*")) {
            http.response().putHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        }
        var allowed = allowed(origin);
        if (allowed != null) {
            http.response()
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, allowed)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "ETag, Location");
        }
        if (http.request().method().equals(HttpMethod.OPTIONS)) {
            preflight(http, allowed != null);
        } else {
            http.next();
        }
    }

    private @Nullable String allowed(@Nullable String origin) {
        if (origin == null) {
            return null;
        }
        if (origins.contains("*")) {
            return "*";
        }
        return origins.contains(origin) ? origin : null;
    }

    private static void preflight(RoutingContext http, boolean allowed) {
        var method = http.request().getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
        var headers = http.request().getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
        if (!allowed || method == null || !METHODS.contains(method)) {
            http.response().setStatusCode(403).end();
            return;
        }
        if (headers != null) {
            http.response().putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, headers);
        }
        http.response()
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, POST, PUT")
                .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, MAX_AGE)
                .end();
    }
}
