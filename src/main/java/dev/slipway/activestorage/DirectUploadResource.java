package dev.slipway.activestorage;

import dev.slipway.caller.Callers;
import dev.slipway.caller.Role;
import dev.slipway.upload.StartWhole;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path(DirectUploadResource.PATH)
@RolesAllowed({Role.USER, Role.ADMIN, Role.SERVICE})
@RunOnVirtualThread
class DirectUploadResource {

    static final String PATH = "/rails/active_storage/direct_uploads";

    private final StartWhole startWhole;
    private final Callers callers;

    DirectUploadResource(StartWhole startWhole, Callers callers) {
        this.startWhole = startWhole;
        this.callers = callers;
    }

    @POST
    @Operation(
            summary = "Start an upload of Active Storage's DirectUpload",
            description =
                    "The size and the MD5 are signed into a PUT. `signed_id` is the file's id:"
                            + " `finish` with it makes a file; where nobody calls it, that happens"
                            + " after the address has expired.")
    @APIResponse(responseCode = "200", description = "Where the bytes go")
    @APIResponse(
            responseCode = "404",
            description = "`slipway.active-storage.enabled` is not set, or no such profile")
    public CreatedBlob create(
            @RestQuery
                    @Parameter(description = "The upload profile, `default` when it is not given")
                    @Nullable String profile,
            @Nullable DirectUpload upload) {
        var request = DirectUpload.request(upload, profile);
        return CreatedBlob.of(request, startWhole.startPut(callers.current(), request));
    }
}
