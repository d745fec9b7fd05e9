package dev.slipway.dev;

import dev.slipway.problem.NotFound;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lets only this machine in: the address, the `Host` and the `Origin` have to be loopback
/// ones, so that no page from elsewhere can ask through a developer's browser (DNS rebinding
/// included).
final class Loopback {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private Loopback() {}

    static void require(HttpServerRequest request) {
        var remote = request.remoteAddress().hostAddress();
        var host = request.authority() == null ? null : request.authority().host();
        if (!isLoopbackAddress(remote)
                || host == null
                || !NAMES.contains(host)
                || !isLoopbackOrigin(request.getHeader("Origin"))) {
            throw new NotFound().refusal();
        }
    }

    static boolean isLoopbackOrigin(@Nullable String origin) {
        if (origin == null) {
            return true;
        }
        try {
            var host = URI.create(origin).getHost();
            return host != null && NAMES.contains(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isLoopbackAddress(@Nullable String address) {
        try {
            return address != null && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
