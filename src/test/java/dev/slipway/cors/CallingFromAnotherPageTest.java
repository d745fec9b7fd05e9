package dev.slipway.cors;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import dev.slipway.flow.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(CallingFromAnotherPageTest.OneOrigin.class)
@DisplayName("CORS: the API, called by a page of another origin,")
class CallingFromAnotherPageTest {

    private static final String OURS = "https://app.example.org";
    private static final String FOREIGN = "https://evil.example.org";
    private static final String ORIGIN = "Access-Control-Allow-Origin";

    public static final class OneOrigin implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("slipway.cors.origins", OURS, "slipway.local.cors.origins", FOREIGN);
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(PostgresResource.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/files/upload/direct/start",
        "DELETE, /api/files/1",
        "PUT, /api/files/1/legal-hold",
        "GET, /uppy/s3/multipart/1/1",
        "HEAD, /api/files/1",
        "POST, /rails/active_storage/direct_uploads"
    })
    void answersThePreflightOfAnAllowedOriginWithoutAToken(String method, String path) {
        var answer = preflight(OURS, method, path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header(ORIGIN)).isEqualTo(OURS);
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(list(answer, "Access-Control-Allow-Methods"))
                .containsExactlyInAnyOrder("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS");
        assertThat(list(answer, "Access-Control-Allow-Headers"))
                .containsExactlyInAnyOrder(
                        "authorization",
                        "content-type",
                        "accept",
                        "origin",
                        "idempotency-key",
                        "uppy-auth-token",
                        "uppy-credentials-params",
                        "x-requested-with",
                        "x-csrf-token");
        assertThat(answer.header("Vary").toLowerCase(Locale.ROOT)).contains("origin");
    }

    @Test
    void refusesThePreflightOfAForeignOrigin() {
        var answer = preflight(FOREIGN, "POST", "/api/files/upload/direct/start");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().asList())
                .noneMatch(header -> header.getName().startsWith("Access-Control"));
        assertThat(preflight(OURS, "PATCH", "/api/files/1").statusCode()).isEqualTo(403);
    }

    @Test
    void letsAnAllowedPageReadTheAnswer() {
        var answer = Api.as("alice", "user").request().header("Origin", OURS).get("/api/files");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header(ORIGIN)).isEqualTo(OURS);
        assertThat(list(answer, "Access-Control-Expose-Headers"))
                .contains("Location", "Retry-After", "ETag");
        var foreign = Api.as("alice", "user").request().header("Origin", FOREIGN);
        assertThat(foreign.get("/api/files").header(ORIGIN)).isNull();
    }

    @Test
    void letsAnAllowedPageReadWhyItIsRefused() {
        var unauthenticated = given().header("Origin", OURS).get("/api/files");
        assertThat(unauthenticated.statusCode()).isEqualTo(401);
        assertThat(unauthenticated.header(ORIGIN)).isEqualTo(OURS);
        var uppy = given().header("Origin", OURS).get("/uppy/s3/multipart/1/1?key=1");
        assertThat(uppy.statusCode()).isEqualTo(401);
        assertThat(uppy.header(ORIGIN)).isEqualTo(OURS);
        var unknown = Api.as("alice", "user").request().header("Origin", OURS).get("/api/none");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.header(ORIGIN)).isEqualTo(OURS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/dev/token",
                "/api/dev/token/",
                "/api/%64ev/token",
                "/api/dev;a=b/token",
                "/api/;a=b/dev/token"
            })
    void neverReadsATokenOfTheDevelopmentEndpoint(String path) {
        assertThat(preflight(OURS, "POST", path).header(ORIGIN)).isNull();
        var answer =
                given().urlEncodingEnabled(false)
                        .contentType(ContentType.JSON)
                        .body("{}")
                        .header("Origin", OURS)
                        .post(path);
        assertThat(answer.header(ORIGIN)).isNull();
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void isNotWhoBringsBytesToTheLocalStorage() {
        var leg = "/api/files/upload/direct/local/1";

        assertThat(preflight(FOREIGN, "POST", leg).header(ORIGIN)).isEqualTo(FOREIGN);
        assertThat(preflight(FOREIGN, "POST", leg).header("Access-Control-Allow-Headers"))
                .isEqualTo("authorization");
        assertThat(preflight(OURS, "POST", leg).statusCode()).isEqualTo(403);
    }

    private static Response preflight(String origin, String method, String path) {
        return given().urlEncodingEnabled(false)
                .header("Origin", origin)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", "authorization")
                .options(path);
    }

    private static List<String> list(Response answer, String header) {
        return List.of(answer.header(header).split(", "));
    }
}
