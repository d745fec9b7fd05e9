package dev.slipway.upload;

import dev.slipway.profile.Profiles;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Stops an upload through the server that no profile would take, before it fills the disk: the
/// server's own limit has to leave room for uploads to the local storage. A length that is said
/// is judged before the body is read, one that is not while it is.
@Singleton
final class StandardUploadLimit {

    private static final String PATH = "/api/files/upload/standard";

    /// What a form adds to its file.
    private static final long ENVELOPE = 64 * 1024;

    /// A body that is cut off gets no readable answer, so one that is a little too large is
    /// read.
    private static final long LEEWAY = 16 << 20;

    /// Asked for with the first request: filters are made before the settings are read.
    private final Provider<Profiles> profiles;

    StandardUploadLimit(Provider<Profiles> profiles) {
        this.profiles = profiles;
    }

    @ServerRequestFilter(preMatching = true)
    public void limit(ContainerRequestContext request, RoutingContext routing) {
        if (!request.getUriInfo().getPath().startsWith(PATH)) {
            return;
        }
        var largest = profiles.get().largestFile();
        var length = request.getHeaderString("Content-Length");
        if (length == null) {
            routing.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, largest + LEEWAY);
        } else if (Long.parseLong(length) > largest + ENVELOPE) {
            throw new TooLarge(Long.parseLong(length), largest).refusal();
        }
    }
}
