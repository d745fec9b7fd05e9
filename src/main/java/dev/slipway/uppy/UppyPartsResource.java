package dev.slipway.uppy;

import dev.slipway.caller.Role;
import dev.slipway.multipart.ListParts;
import dev.slipway.multipart.SignParts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The parts of an upload that [UppyMultipartResource] begins and ends.
@Path("/uppy/s3/multipart")
@RolesAllowed({Role.USER, Role.ADMIN, Role.SERVICE})
@RunOnVirtualThread
@APIResponse(
        responseCode = "default",
        description = "A refusal; `error` says which.",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = UppyRefusals.Refused.class)))
class UppyPartsResource {

    private final SignParts signParts;
    private final ListParts listParts;
    private final UppyAnswers answers;
    private final UppyCaller caller;

    UppyPartsResource(
            SignParts signParts, ListParts listParts, UppyAnswers answers, UppyCaller caller) {
        this.signParts = signParts;
        this.listParts = listParts;
        this.answers = answers;
        this.caller = caller;
    }

    @GET
    @Path("/{uploadId}/{partNumber: \\d+}")
    @Operation(
            summary = "The address for one part: a presigned PUT",
            description =
                    "With `checksum_sha256`, base64, the storage takes no other bytes, where it"
                            + " can verify that; the answer's `headers` are sent with them then."
                            + " Either all parts of an upload are asked for so, or none.")
    @APIResponse(responseCode = "200", description = "Where the part goes")
    public UppyAnswers.PartAddress sign(
            @RestPath String uploadId,
            @RestPath String partNumber,
            @RestQuery @Nullable String key,
            @RestQuery("checksum_sha256") @Nullable String checksum) {
        return answers.one(
                signParts.sign(caller.about(uploadId), uploadId, key, partNumber, checksum));
    }

    @GET
    @Path("/{uploadId}/batch")
    @Operation(summary = "The addresses for several parts")
    @APIResponse(responseCode = "200", description = "Where the parts go")
    public UppyAnswers.PartAddresses signAll(
            @RestPath String uploadId,
            @RestQuery @Nullable String key,
            @RestQuery @Nullable String partNumbers) {
        return answers.all(
                signParts.sign(
                        caller.about(uploadId), uploadId, key, UppyUpload.numbers(partNumbers)));
    }

    @GET
    @Path("/{uploadId}")
    @Operation(summary = "The parts that have arrived")
    @APIResponse(responseCode = "200", description = "The parts, by their number")
    public List<UppyPart> list(@RestPath String uploadId, @RestQuery @Nullable String key) {
        return listParts.list(caller.about(uploadId), uploadId, key).stream()
                .map(UppyPart::of)
                .toList();
    }
}
