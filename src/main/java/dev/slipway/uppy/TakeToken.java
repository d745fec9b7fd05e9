package dev.slipway.uppy;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes the token out of an address, `/uppy/t/<token>/s3/…`, before anybody else reads it: what
/// an access log, a metric or a resource gets to see is `/uppy/s3/…`.
@Singleton
final class TakeToken {

    static final String PREFIX = "/uppy/t/";

    private static final Pattern PATH = Pattern.compile(PREFIX + "([^/]+)(/s3/.*)");
    private static final String KEY = TakeToken.class.getName();
    private static final String CALLS = "/uppy";
    private static final String NOTHING = "/uppy/none";

    /// Before everything else, which is what the access log's own route is, too.
    void register(@Observes Router router) {
        router.route(PREFIX + "*").order(Integer.MIN_VALUE).handler(TakeToken::take);
    }

    /// The token that stood in the address.
    static Optional<String> find(RoutingContext http) {
        return Optional.ofNullable(http.get(KEY));
    }

    private static void take(RoutingContext http) {
        var address = PATH.matcher(http.normalizedPath());
        if (address.matches()) {
            http.put(KEY, address.group(1));
            http.reroute(CALLS + address.group(2) + query(http.request().query()));
        } else {
            http.reroute(NOTHING);
        }
    }

    private static String query(@Nullable String query) {
        return query == null ? "" : "?" + query;
    }
}
