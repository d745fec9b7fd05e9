package dev.slipway.processing;

import dev.slipway.caller.Callers;
import dev.slipway.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/profiles/{name}/reprocess")
@RolesAllowed(Role.ADMIN)
@RunOnVirtualThread
class ReprocessProfileResource {

    private final StartReprocessing startReprocessing;
    private final Callers callers;

    ReprocessProfileResource(StartReprocessing startReprocessing, Callers callers) {
        this.startReprocessing = startReprocessing;
        this.callers = callers;
    }

    @POST
    @ResponseStatus(202)
    @Operation(
            summary = "Make the pictures of all files of a profile as it says now",
            description =
                    "Also of those that asked for other variants. Goes on in the background, at the pace"
                            + " of `slipway.images.reprocess-per-minute`. Asking again begins anew.")
    public ReprocessingReport start(@RestPath String name) {
        return startReprocessing.start(callers.current(), name);
    }

    @GET
    @Operation(summary = "How far that is")
    public ReprocessingReport progress(@RestPath String name) {
        return startReprocessing.report(name);
    }
}
