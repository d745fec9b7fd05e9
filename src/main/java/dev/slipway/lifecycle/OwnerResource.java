package dev.slipway.lifecycle;

import dev.slipway.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/owners/{sub}")
@RolesAllowed(Role.ADMIN)
@RunOnVirtualThread
class OwnerResource {

    private final StartErasure startErasure;

    OwnerResource(StartErasure startErasure) {
        this.startErasure = startErasure;
    }

    @DELETE
    @ResponseStatus(202)
    @Operation(
            summary = "Erase an owner",
            description =
                    "Cancels and deletes all that this owner has, waits until the objects are gone, and then"
                            + " forgets the name. May be repeated.")
    public ErasureReport erase(@RestPath String sub) {
        return startErasure.start(sub);
    }

    @GET
    @Path("/erasure")
    @Operation(summary = "How far the erasure of an owner is")
    public ErasureReport erasure(@RestPath String sub) {
        return startErasure.report(sub);
    }
}
