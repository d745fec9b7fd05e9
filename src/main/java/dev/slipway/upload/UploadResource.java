package dev.slipway.upload;

import dev.slipway.caller.Callers;
import dev.slipway.caller.Role;
import dev.slipway.file.FileRecord;
import dev.slipway.file.FileView;
import dev.slipway.file.FileViews;
import dev.slipway.problem.MalformedRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

@Path("/api/files")
@RolesAllowed({Role.USER, Role.ADMIN, Role.SERVICE})
@RunOnVirtualThread
class UploadResource {

    private final FinishWithinBudget finishUpload;
    private final DeleteFile deleteFile;
    private final FileViews views;
    private final Callers callers;

    UploadResource(
            FinishWithinBudget finishUpload,
            DeleteFile deleteFile,
            FileViews views,
            Callers callers) {
        this.finishUpload = finishUpload;
        this.deleteFile = deleteFile;
        this.views = views;
        this.callers = callers;
    }

    @POST
    @Path("/upload/direct/finish")
    @Operation(
            summary = "Finish an upload",
            description =
                    "Verifies what was uploaded and makes it a file. May be repeated. Where that takes"
                            + " long the answer is 202 and the file in state `verifying`.")
    @APIResponse(responseCode = "200", description = "The file")
    @APIResponse(responseCode = "202", description = "The verification goes on; ask again")
    public RestResponse<FileView> finish(@Nullable FinishRequest request) {
        return answer(finishUpload.finish(callers.current(), MalformedRequest.given(request)));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "Cancel or delete",
            description = "Cancels a pending upload, deletes a file with all that belongs to it.")
    public void delete(@RestPath String id) {
        deleteFile.delete(callers.current(), id);
    }

    private RestResponse<FileView> answer(FileRecord file) {
        var status = file.state().isOpen() ? Status.ACCEPTED : Status.OK;
        return RestResponse.status(status, views.of(file));
    }
}
