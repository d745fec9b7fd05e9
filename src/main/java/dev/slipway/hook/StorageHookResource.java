package dev.slipway.hook;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/// Takes any content type: SNS calls its JSON `text/plain`. Its secret is no token, so nobody
/// is asked to understand the header before it does.
@Path("/api/hooks/storage")
@PermitAll
@RunOnVirtualThread
@SecurityScheme(
        securitySchemeName = StorageHookResource.SECRET,
        type = SecuritySchemeType.HTTP,
        scheme = "basic",
        description = "One of `slipway.hooks.storage.secrets` as the password, or as Bearer.")
class StorageHookResource {

    static final String SECRET = "storage-hook";

    private final HookSecrets secrets;
    private final ReadNotices readNotices;
    private final TakeNotices takeNotices;

    StorageHookResource(HookSecrets secrets, ReadNotices readNotices, TakeNotices takeNotices) {
        this.secrets = secrets;
        this.readNotices = readNotices;
        this.takeNotices = takeNotices;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @SecurityRequirement(name = SECRET)
    @Operation(
            summary = "Events of the storage",
            description =
                    "Takes S3 event notifications (raw records, SNS, EventBridge) and finishes"
                            + " the uploads that they are about, soon after the answer. Events that"
                            + " are about something else are ignored, whatever they say."
                            + " 404 where no secret is configured.")
    public HookAnswer take(
            @Parameter(hidden = true) @RestHeader(HttpHeaders.AUTHORIZATION)
                    @Nullable String authorization,
            @RequestBody(
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(type = SchemaType.OBJECT)),
                                @Content(
                                        mediaType = MediaType.TEXT_PLAIN,
                                        schema = @Schema(type = SchemaType.OBJECT))
                            })
                    InputStream body)
            throws IOException {
        secrets.require(authorization);
        return takeNotices.take(readNotices.read(body));
    }
}
