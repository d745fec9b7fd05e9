package dev.slipway.uppy;

import dev.slipway.caller.Callers;
import dev.slipway.caller.Role;
import dev.slipway.upload.StartWhole;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

@Path("/uppy/s3/params")
@RolesAllowed({Role.USER, Role.ADMIN, Role.SERVICE})
@RunOnVirtualThread
class UppyParamsResource {

    private final StartWhole startWhole;
    private final UppyAnswers answers;
    private final Callers callers;

    UppyParamsResource(StartWhole startWhole, UppyAnswers answers, Callers callers) {
        this.startWhole = startWhole;
        this.answers = answers;
        this.callers = callers;
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
    public UppyAnswers.Params params(@Context UriInfo uri) {
        var upload = UppyUpload.of(uri.getQueryParameters());
        return answers.whole(startWhole.start(callers.current(), UppyUpload.request(upload)));
    }
}
