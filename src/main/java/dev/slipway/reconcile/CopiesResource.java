package dev.slipway.reconcile;

import dev.slipway.caller.Role;
import dev.slipway.file.FileIds;
import dev.slipway.file.MirrorCopies;
import dev.slipway.problem.NotFound;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/files")
@RolesAllowed(Role.ADMIN)
@RunOnVirtualThread
class CopiesResource {

    /// The copies of a file's present content.
    record Copies(List<MirrorCopies.Copy> copies) {}

    private final MirrorCopies copies;

    CopiesResource(MirrorCopies copies) {
        this.copies = copies;
    }

    @GET
    @Path("/{id}/copies")
    @Operation(
            summary = "Where else a file's bytes are",
            description =
                    "The objects of its present content in storages other than its own: in the mirror,"
                            + " or where they were before they moved. `copied` ones have been read back"
                            + " there.")
    public Copies copies(@RestPath String id) {
        return FileIds.find(id)
                .flatMap(copies::findContent)
                .map(content -> new Copies(copies.of(content)))
                .orElseThrow(() -> new NotFound().refusal());
    }
}
