package dev.slipway.uppy;

import dev.slipway.caller.Callers;
import dev.slipway.caller.Role;
import dev.slipway.problem.MalformedRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

@Path("/uppy/token")
@RolesAllowed({Role.USER, Role.ADMIN, Role.SERVICE})
@RunOnVirtualThread
@APIResponse(
        responseCode = "default",
        description = "A refusal; `error` says which.",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = UppyRefusals.Refused.class)))
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
    @APIResponse(responseCode = "200", description = "The token, and where Uppy goes with it")
    public IssueToken.Issued issue(IssueToken.@Nullable Wish wish) {
        return issueToken.issue(callers.current(), MalformedRequest.given(wish));
    }
}
