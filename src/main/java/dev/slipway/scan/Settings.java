package dev.slipway.scan;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// Checks what an operator has set below this prefix; the message is one sentence that names
/// the setting.
record Settings(String prefix) {

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int LAST_PORT = 65_535;

    /// What a Bearer token is made of (RFC 6750, section 2.1).
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    String host(String host) {
        if (host.isBlank()) {
            throw wrong("host", "is empty: name the host that clamd runs on");
        }
        return host;
    }

    int port(int port) {
        if (port < 1 || port > LAST_PORT) {
            throw wrong("port", "is %d, but can be 1 to %d only".formatted(port, LAST_PORT));
        }
        return port;
    }

    Duration patience(String name, Duration time) {
        if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
            throw wrong(name, "is %s, but can be %s to %s only".formatted(time, SHORTEST, LONGEST));
        }
        return time;
    }

    URI url(Optional<URI> url) {
        var set =
                url.orElseThrow(
                        () -> wrong("url", "is not set, but needed as slipway.scan is http"));
        var isHttp = "http".equalsIgnoreCase(set.getScheme());
        if ((!isHttp && !"https".equalsIgnoreCase(set.getScheme())) || set.getHost() == null) {
            throw wrong("url", "is %s, but must begin with http:// or https://".formatted(set));
        }
        return set;
    }

    /// The token stays out of the message: it would stand in the log.
    Optional<String> token(Optional<String> token) {
        if (token.isPresent() && !TOKEN.matcher(token.get()).matches()) {
            throw wrong("token", "is no Bearer token: letters, digits and -._~+/= only");
        }
        return token;
    }

    private IllegalStateException wrong(String name, String reason) {
        return new IllegalStateException(prefix + "." + name + " " + reason);
    }
}
