package dev.slipway.storage.local;

import dev.slipway.cors.CrossOrigin;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/// Lets pages of other origins bring and show files, as a bucket's CORS rules would. The
/// addresses of this package carry no cookies and no tokens, so any header may be sent.
final class LocalOrigins {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT");
    private static final List<String> EXPOSED = List.of("ETag", "Location");

    @Produces
    @Singleton
    CrossOrigin local(LocalStorageConfig config) {
        return new CrossOrigin(
                List.of(MediaLinks.PATH, Tickets.PATH),
                config.cors().origins(),
                METHODS,
                null,
                EXPOSED,
                false);
    }
}
