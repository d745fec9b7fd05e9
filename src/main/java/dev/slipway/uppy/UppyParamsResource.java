package dev.slipway.uppy;

import dev.slipway.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

@Path("/uppy/s3/params")
@RolesAllowed({Role.USER, Role.ADMIN, Role.SERVICE})
@RunOnVirtualThread
@APIResponse(
        responseCode = "default",
        description = "A refusal; `error` says which.",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = UppyRefusals.Refused.class)))
class UppyParamsResource {

    private final StartForUppy startForUppy;
    private final UppyAnswers answers;

    UppyParamsResource(StartForUppy startForUppy, UppyAnswers answers) {
        this.startForUppy = startForUppy;
        this.answers = answers;
    }

    @GET
    @Operation(
            summary = "Start an upload in one piece",
            description =
                    "Records a pending file, although it is a GET: its answer is for no cache."
                            + " `metadata[profile]` and `metadata[size]` choose profile and size."
                            + " `finish` with the key of the form makes it a file; where nobody calls"
                            + " it, that happens after the form has expired.")
    @Parameter(name = "filename", in = ParameterIn.QUERY, required = true)
    @Parameter(name = "type", in = ParameterIn.QUERY)
    @Parameter(name = "metadata[profile]", in = ParameterIn.QUERY)
    @Parameter(name = "metadata[size]", in = ParameterIn.QUERY)
    @APIResponse(responseCode = "200", description = "How to bring the bytes")
    public UppyAnswers.Params params(@Context UriInfo uri) {
        return answers.whole(startForUppy.whole(UppyUpload.of(uri.getQueryParameters())));
    }
}
