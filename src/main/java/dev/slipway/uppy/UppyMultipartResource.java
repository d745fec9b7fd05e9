package dev.slipway.uppy;

import dev.slipway.caller.Callers;
import dev.slipway.caller.Role;
import dev.slipway.upload.AbortParts;
import dev.slipway.upload.FinishParts;
import dev.slipway.upload.StartParts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/uppy/s3/multipart")
@RolesAllowed({Role.USER, Role.ADMIN, Role.SERVICE})
@RunOnVirtualThread
class UppyMultipartResource {

    private final StartParts startParts;
    private final FinishParts finishParts;
    private final AbortParts abortParts;
    private final UppyAnswers answers;
    private final Callers callers;

    UppyMultipartResource(
            StartParts startParts,
            FinishParts finishParts,
            AbortParts abortParts,
            UppyAnswers answers,
            Callers callers) {
        this.startParts = startParts;
        this.finishParts = finishParts;
        this.abortParts = abortParts;
        this.answers = answers;
        this.callers = callers;
    }

    @POST
    @Operation(
            summary = "Start an upload in parts",
            description = "`metadata` may name the `profile` and the `size` in bytes.")
    public UppyAnswers.Created create(@Nullable UppyUpload upload) {
        return answers.created(startParts.start(callers.current(), UppyUpload.request(upload)));
    }

    @POST
    @Path("/{uploadId}/complete")
    @Operation(summary = "Joins the parts and finishes the upload, with all its verification")
    public UppyAnswers.Completed complete(
            @RestPath String uploadId,
            @RestQuery @Nullable String key,
            UppyPart.@Nullable Parts parts) {
        return answers.completed(
                finishParts.finish(callers.current(), uploadId, key, UppyPart.named(parts)));
    }

    @DELETE
    @Path("/{uploadId}")
    @Operation(summary = "Aborts the upload and removes its parts")
    public Map<String, String> abort(@RestPath String uploadId, @RestQuery @Nullable String key) {
        abortParts.abort(callers.current(), uploadId, key);
        return Map.of();
    }
}
