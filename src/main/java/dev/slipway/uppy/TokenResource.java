package dev.slipway.uppy;

import dev.slipway.caller.Callers;
import dev.slipway.caller.Role;
import dev.slipway.problem.MalformedRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

@Path("/uppy/token")
@RolesAllowed({Role.USER, Role.ADMIN, Role.SERVICE})
@RunOnVirtualThread
class TokenResource {

    private final IssueToken issueToken;
    private final Callers callers;

    TokenResource(IssueToken issueToken, Callers callers) {
        this.issueToken = issueToken;
        this.callers = callers;
    }

    @POST
    @Operation(
            summary = "An address for a page that can send no header",
            description =
                    "All calls under `/uppy/s3` are there under `endpoint` too, in the caller's"
                            + " name, for one profile, at most `max_files` starts and an hour."
                            + " Nowhere else does the token open anything.")
    public IssueToken.Issued issue(IssueToken.@Nullable Wish wish) {
        return issueToken.issue(callers.current(), MalformedRequest.given(wish));
    }
}
