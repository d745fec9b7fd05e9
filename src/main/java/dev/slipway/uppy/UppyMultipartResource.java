package dev.slipway.uppy;

import dev.slipway.caller.Role;
import dev.slipway.upload.AbortParts;
import dev.slipway.upload.FinishParts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/uppy/s3/multipart")
@RolesAllowed({Role.USER, Role.ADMIN, Role.SERVICE})
@RunOnVirtualThread
@APIResponse(
        responseCode = "default",
        description = "A refusal; `error` says which.",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = UppyRefusals.Refused.class)))
class UppyMultipartResource {

    private final StartForUppy startForUppy;
    private final FinishParts finishParts;
    private final AbortParts abortParts;
    private final UppyAnswers answers;
    private final UppyCaller caller;

    UppyMultipartResource(
            StartForUppy startForUppy,
            FinishParts finishParts,
            AbortParts abortParts,
            UppyAnswers answers,
            UppyCaller caller) {
        this.startForUppy = startForUppy;
        this.finishParts = finishParts;
        this.abortParts = abortParts;
        this.answers = answers;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Start an upload in parts",
            description = "`metadata` may name the `profile` and the `size` in bytes.")
    @APIResponse(responseCode = "200", description = "The upload that the parts are for")
    public UppyAnswers.Created create(@Nullable UppyUpload upload) {
        return answers.created(startForUppy.inParts(upload));
    }

    @POST
    @Path("/{uploadId}/complete")
    @Operation(summary = "Joins the parts and finishes the upload, with all its verification")
    @APIResponse(responseCode = "200", description = "Where the file is")
    public UppyAnswers.Completed complete(
            @RestPath String uploadId,
            @RestQuery @Nullable String key,
            UppyPart.@Nullable Parts parts) {
        return answers.completed(
                finishParts.finish(caller.about(uploadId), uploadId, key, UppyPart.named(parts)));
    }

    @DELETE
    @Path("/{uploadId}")
    @Operation(summary = "Aborts the upload and removes its parts")
    @APIResponse(responseCode = "200", description = "Nothing: the upload has ended")
    public Map<String, String> abort(@RestPath String uploadId, @RestQuery @Nullable String key) {
        abortParts.abort(caller.about(uploadId), uploadId, key);
        return Map.of();
    }
}
