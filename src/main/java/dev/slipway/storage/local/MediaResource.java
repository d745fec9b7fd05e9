package dev.slipway.storage.local;

import dev.slipway.presign.S3Error;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;

/// What local storage holds, at the addresses that [MediaLinks] makes. The framework sends HEAD
/// here, too.
@Path("/media")
@PermitAll
final class MediaResource {

    private static final Logger LOG = Logger.getLogger(MediaResource.class);

    private final LocalStorage storage;

    MediaResource(LocalStorage storage) {
        this.storage = storage;
    }

    @GET
    @Path("{key: .+}")
    @RunOnVirtualThread
    @Operation(summary = "The bytes of an object in local storage, by a signed or public address")
    public Response get(
            @PathParam("key") String key,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @Context Request request) {
        var link = LinkParameters.of(uri.getQueryParameters());
        var withBytes = request.getMethod().equals("GET");
        return answer(key, link, Conditions.of(headers), withBytes)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", Presentation.SECURITY_POLICY)
                .build();
    }

    private Response.ResponseBuilder answer(
            String key, LinkParameters link, Conditions conditions, boolean withBytes) {
        var store = storage.running().orElse(null);
        if (store == null) {
            return S3Answers.error(S3Answers.NO_SUCH_BUCKET, key);
        }
        try {
            return new ServeMedia(store).serve(key, link, conditions, withBytes);
        } catch (IOException e) {
            LOG.error("An object could not be read from the local storage", e);
            return S3Answers.error(
                    new S3Error("ServiceUnavailable", 503, "The storage cannot be read."), key);
        }
    }
}
