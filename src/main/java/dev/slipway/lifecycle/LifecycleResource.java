package dev.slipway.lifecycle;

import dev.slipway.caller.Role;
import dev.slipway.file.FileView;
import dev.slipway.file.FileViews;
import dev.slipway.problem.MalformedRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/api/files")
@RunOnVirtualThread
class LifecycleResource {

    private final ClaimFile claimFile;
    private final HoldFile holdFile;
    private final FileViews views;

    LifecycleResource(ClaimFile claimFile, HoldFile holdFile, FileViews views) {
        this.claimFile = claimFile;
        this.holdFile = holdFile;
        this.views = views;
    }

    @POST
    @Path("/{id}/claim")
    @RolesAllowed(Role.SERVICE)
    @Operation(
            summary = "Tie a file to a record of the application",
            description =
                    "A file that nobody claims goes after its profile's `claim-within`. May be repeated"
                            + " with the same reference.")
    public FileView claim(@RestPath String id, @Nullable ClaimRequest request) {
        return views.of(claimFile.claim(id, given(request).reference()));
    }

    @PUT
    @Path("/{id}/legal-hold")
    @RolesAllowed(Role.ADMIN)
    @Operation(
            summary = "Put a file under a legal hold, or lift it",
            description =
                    "Nothing deletes a held file or its history. A re-upload is still possible.")
    public FileView hold(@RestPath String id, @Nullable LegalHoldRequest request) {
        return views.of(holdFile.hold(id, given(request).on()));
    }

    private static <T> T given(@Nullable T body) {
        if (body == null) {
            throw new MalformedRequest(null).refusal();
        }
        return body;
    }
}
