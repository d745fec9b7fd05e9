package dev.slipway.upload;

import dev.slipway.caller.Callers;
import dev.slipway.caller.Role;
import dev.slipway.problem.MalformedRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/api/files")
@RolesAllowed({Role.USER, Role.ADMIN, Role.SERVICE})
@RunOnVirtualThread
class StartResource {

    private final StartUpload startUpload;
    private final StartBatch startBatch;
    private final RenewUpload renewUpload;
    private final Callers callers;

    StartResource(
            StartUpload startUpload,
            StartBatch startBatch,
            RenewUpload renewUpload,
            Callers callers) {
        this.startUpload = startUpload;
        this.startBatch = startBatch;
        this.renewUpload = renewUpload;
        this.callers = callers;
    }

    @POST
    @Path("/upload/direct/start")
    @Operation(
            summary = "Start an upload",
            description = "Records a pending file and answers a presigned form for its bytes.")
    @APIResponse(responseCode = "200", description = "How to bring the bytes")
    @APIResponse(
            responseCode = "403",
            description = "The profile, the owner or the target is not for this caller")
    @APIResponse(responseCode = "413", description = "Too large, or more than the owner's quota")
    @APIResponse(
            responseCode = "422",
            description = "A member cannot be what it is, or the key was used for another body")
    @APIResponse(
            responseCode = "429",
            description = "Too many starts, or too many open uploads; see `Retry-After`")
    public StartAnswer start(
            @RestHeader("Idempotency-Key")
                    @Parameter(
                            description =
                                    "1 to 255 visible characters. The same key and body answer the same file again"
                                            + " for 24 hours, unless it has ended without one.")
                    @Nullable String key,
            @Nullable StartRequest request) {
        return startUpload.start(callers.current(), MalformedRequest.given(request).orKey(key));
    }

    @POST
    @Path("/upload/direct/start/batch")
    @Operation(
            summary = "Start several uploads",
            description =
                    "At most 100, each for itself: an answer or a problem for every one, in order.")
    @APIResponse(responseCode = "200", description = "What became of each")
    @APIResponse(responseCode = "422", description = "More than 100")
    public BatchAnswer startBatch(@Nullable BatchRequest request) {
        return startBatch.start(callers.current(), MalformedRequest.given(request));
    }

    @POST
    @Path("/{id}/renew")
    @Operation(
            summary = "Renew a pending upload",
            description = "A fresh form with the same terms, as long as the upload may live.")
    @APIResponse(responseCode = "200", description = "How to bring the bytes")
    @APIResponse(responseCode = "404", description = "No such upload")
    @APIResponse(responseCode = "409", description = "Its bytes have come already")
    @APIResponse(responseCode = "410", description = "It has ended, or has lived long enough")
    public StartAnswer renew(@RestPath String id) {
        return renewUpload.renew(callers.current(), id);
    }
}
