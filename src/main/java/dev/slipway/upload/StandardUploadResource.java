package dev.slipway.upload;

import dev.slipway.caller.Callers;
import dev.slipway.caller.Role;
import dev.slipway.file.FileView;
import dev.slipway.file.FileViews;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

@Path("/api/files/upload/standard")
@RunOnVirtualThread
class StandardUploadResource {

    private final StandardUpload standardUpload;
    private final FileViews views;
    private final Callers callers;

    StandardUploadResource(StandardUpload standardUpload, FileViews views, Callers callers) {
        this.standardUpload = standardUpload;
        this.views = views;
        this.callers = callers;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Role.USER, Role.ADMIN, Role.SERVICE})
    @ResponseStatus(201)
    @Operation(summary = "Upload through the server, with the same verification")
    public FileView upload(
            @RestForm("file") @Nullable FileUpload file, @RestForm @Nullable String profile) {
        return views.of(standardUpload.upload(callers.current(), file, profile, null));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Role.USER, Role.ADMIN, Role.SERVICE})
    @Operation(
            summary = "Re-upload through the server",
            description = "Replaces the content of a file; its id stays, its version grows.")
    public FileView replace(@RestPath String id, @RestForm("file") @Nullable FileUpload file) {
        return views.of(standardUpload.upload(callers.current(), file, null, id));
    }
}
