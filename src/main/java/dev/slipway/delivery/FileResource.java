package dev.slipway.delivery;

import dev.slipway.caller.Callers;
import dev.slipway.caller.Role;
import dev.slipway.file.FileView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/files")
@RolesAllowed({Role.USER, Role.ADMIN, Role.SERVICE})
@RunOnVirtualThread
class FileResource {

    private final ShowFile showFile;
    private final ListFiles listFiles;
    private final Callers callers;

    FileResource(ShowFile showFile, ListFiles listFiles, Callers callers) {
        this.showFile = showFile;
        this.listFiles = listFiles;
        this.callers = callers;
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "A file",
            description =
                    "With `wait`, the answer is held until the processing is over, at most so many seconds.")
    public FileView show(@RestPath String id, @RestQuery @Nullable String wait) {
        return showFile.of(callers.current(), id, wait);
    }

    @GET
    @Operation(summary = "Your files (an admin's: everybody's), newest first, in pages")
    public FilePage list(@BeanParam ListQuery query) {
        return listFiles.of(callers.current(), query);
    }
}
