package dev.slipway.processing;

import dev.slipway.caller.Role;
import dev.slipway.file.FileView;
import dev.slipway.file.FileViews;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/files")
@RunOnVirtualThread
class ReprocessResource {

    private final Reprocess reprocess;
    private final FileViews views;

    ReprocessResource(Reprocess reprocess, FileViews views) {
        this.reprocess = reprocess;
        this.views = views;
    }

    @POST
    @Path("/{id}/reprocess")
    @ResponseStatus(202)
    @RolesAllowed(Role.ADMIN)
    @Operation(
            summary = "Make the variants of a picture again, or the one that `variant` names",
            description = "`GET` with `wait` tells how that ended. May be repeated at any time.")
    public FileView again(@RestPath String id, @RestQuery @Nullable String variant) {
        return views.of(reprocess.again(id, variant));
    }
}
