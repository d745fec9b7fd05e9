package dev.slipway.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Writes a [Problem] as RFC 9457 says: `type`, `title`, `status`, `detail`, our stable `code`,
/// and the problem's own components. The `type` leads to the page that explains the code.
@Singleton
public final class ProblemDocument {

    public static final String MEDIA_TYPE = "application/problem+json";

    private final ObjectMapper json;
    private final String explanations;

    ProblemDocument(
            ObjectMapper json,
            @ConfigProperty(name = "slipway.public-url", defaultValue = "http://localhost:8080")
                    String publicUrl) {
        this.json = json;
        this.explanations = publicUrl.replaceAll("/+$", "") + "/docs/problems.md#";
    }

    /// The members of the document, in order.
    public Map<String, Object> membersOf(Problem problem) {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", explanations + problem.code());
        members.put("title", problem.title());
        members.put("status", problem.status());
        members.put("detail", problem.detail());
        members.put("code", problem.code());
        var figures = json.<JsonNode>valueToTree(problem);
        for (var figure : figures.properties()) {
            if (!figure.getValue().isNull()) {
                members.putIfAbsent(figure.getKey(), figure.getValue());
            }
        }
        return members;
    }

    Response answer(Problem problem) {
        var response =
                Response.status(problem.status()).type(MEDIA_TYPE).entity(membersOf(problem));
        if (problem instanceof RetryLater later) {
            response.header(HttpHeaders.RETRY_AFTER, later.retryAfter());
        }
        if (problem.status() == 401) {
            response.header(
                    HttpHeaders.WWW_AUTHENTICATE,
                    problem instanceof Challenge other ? other.challenge() : "Bearer");
        }
        return response.build();
    }
}
