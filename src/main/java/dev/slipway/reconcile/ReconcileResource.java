package dev.slipway.reconcile;

import dev.slipway.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/api/reconcile")
@RolesAllowed(Role.ADMIN)
@RunOnVirtualThread
class ReconcileResource {

    /// The last comparison of each storage.
    record Report(List<Progress> storages) {}

    private final Reconciliations reconciliations;

    ReconcileResource(Reconciliations reconciliations) {
        this.reconciliations = reconciliations;
    }

    @GET
    @Operation(
            summary = "What the last comparison of the storages with the rows has found",
            description =
                    "Quarantine is cleared by itself. Objects without a row and rows without their"
                            + " object are only reported.")
    public Report report() {
        return new Report(reconciliations.all());
    }
}
