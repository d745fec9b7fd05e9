package dev.slipway.uppy;

import dev.slipway.problem.ProblemDocument;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// Every refusal under `/uppy` in Companion's shape, whoever refused: Uppy shows its `message` to
/// the person who uploads.
final class UppyRefusals {

    /// `error` is the problem's stable code.
    @Schema(
            name = "UppyRefusal",
            description = "A stable code, which /docs/problems.md explains, and a sentence.")
    record Refused(String error, String message) {}

    @ServerResponseFilter
    public void reshape(ContainerRequestContext request, ContainerResponseContext answer) {
        if (isOurs(request) && answer.getEntity() instanceof Map<?, ?> problem && isOne(answer)) {
            answer.setEntity(
                    new Refused(
                            String.valueOf(problem.get("code")),
                            String.valueOf(problem.get("detail"))),
                    new Annotation[0],
                    MediaType.APPLICATION_JSON_TYPE);
        }
    }

    static boolean isOurs(ContainerRequestContext request) {
        return request.getUriInfo().getPath().startsWith("/uppy/");
    }

    private static boolean isOne(ContainerResponseContext answer) {
        return MediaType.valueOf(ProblemDocument.MEDIA_TYPE).isCompatible(answer.getMediaType());
    }
}
