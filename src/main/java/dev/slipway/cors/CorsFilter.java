package dev.slipway.cors;

import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Answers preflights, and tells browsers which pages may read an answer, a refusal too.
@Singleton
final class CorsFilter {

    /// Before authentication (200), because a preflight carries none, and before the
    /// framework's own CORS filter (300), which knows no paths.
    private static final int PRIORITY = 310;

    private static final String MAX_AGE = "3000";

    private final List<CrossOrigin> rules;

    CorsFilter(@All List<CrossOrigin> rules) {
        this.rules = List.copyOf(rules);
    }

    void register(@Observes Filters filters) {
        filters.register(this::filter, PRIORITY);
    }

    void filter(RoutingContext http) {
        findRule(http.normalizedPath())
                .filter(CrossOrigin::isOpen)
                .ifPresentOrElse(rule -> apply(rule, http), http::next);
    }

    /// Without matrix parameters, which are no part of an address.
    private Optional<CrossOrigin> findRule(String path) {
        var plain = path.replaceAll(";[^/]*", "").replaceAll("/{2,}", "/");
        return rules.stream()
                .filter(rule -> rule.match(plain) >= 0)
                .max(Comparator.comparingInt(rule -> rule.match(plain)));
    }

    private static void apply(CrossOrigin rule, RoutingContext http) {
        var response = http.response();
        if (!rule.isForAll()) {
            response.putHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        }
        var allowed = rule.allowed(http.request().getHeader(HttpHeaders.ORIGIN));
        if (allowed != null) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, allowed)
                    .putHeader(
                            HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS,
                            String.join(", ", rule.exposed()));
            if (rule.credentials()) {
                response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
            }
        }
        if (isPreflight(http.request())) {
            preflight(rule, http, allowed != null);
        } else {
            http.next();
        }
    }

    private static boolean isPreflight(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains(HttpHeaders.ORIGIN)
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }

    private static void preflight(CrossOrigin rule, RoutingContext http, boolean allowed) {
        var request = http.request();
        var response = http.response();
        var method = request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
        if (!allowed || !rule.methods().contains(method)) {
            response.setStatusCode(403).end();
            return;
        }
        var headers =
                rule.headers() == null
                        ? request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS)
                        : String.join(", ", rule.headers());
        if (headers != null) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, headers);
        }
        response.putHeader(
                        HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, String.join(", ", rule.methods()))
                .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, MAX_AGE)
                .end();
    }
}
