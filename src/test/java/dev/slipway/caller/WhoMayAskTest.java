package dev.slipway.caller;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import dev.slipway.flow.Api;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.smallrye.jwt.build.Jwt;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class WhoMayAskTest {

    @ParameterizedTest
    @DisplayName("D128: everything is closed without a token")
    @CsvSource({
        "POST,/api/files/upload/direct/start",
        "POST,/api/files/upload/direct/finish",
        "GET,/api/files",
        "GET,/api/files/01890000-0000-7000-8000-000000000000",
        "DELETE,/api/files/01890000-0000-7000-8000-000000000000",
        "POST,/api/files/01890000-0000-7000-8000-000000000000/claim",
        "PUT,/api/files/01890000-0000-7000-8000-000000000000/legal-hold",
        "DELETE,/api/owners/alice",
        "GET,/api/owners/alice/erasure",
        "GET,/api/profiles"
    })
    void everythingIsClosed(Method method, String path) {
        var answer = given().contentType(ContentType.JSON).body("{}").request(method, path);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.jsonPath().getString("code")).isEqualTo("unauthenticated");
    }

    @Test
    @DisplayName("D128: uploads through the server are closed as well")
    void standardUploadsAreClosed() {
        given().multiPart("file", "a.txt", new byte[] {'a'})
                .post("/api/files/upload/standard")
                .then()
                .statusCode(401);
    }

    @Test
    void aTokenThatDoesNotHoldIsNone() {
        assertThat(list("nonsense")).isEqualTo(401);
        assertThat(list(Jwt.subject("alice").groups("user").expiresAt(Instant.EPOCH).sign()))
                .isEqualTo(401);
        assertThat(list(Jwt.subject("alice").groups("user").issuer("somebody").sign()))
                .isEqualTo(401);
        var good = Jwt.subject("alice").groups("user").sign();
        assertThat(list(good)).isEqualTo(200);
        assertThat(list(good.substring(0, good.length() - 6) + "AAAAAA")).isEqualTo(401);
    }

    @Test
    @DisplayName("a token without a subject owns nothing, whatever other names it has")
    void aTokenWithoutASubjectIsNone() {
        var named = Jwt.upn("alice").preferredUserName("alice").groups("user").sign();
        assertThat(list(named)).isEqualTo(401);
    }

    @Test
    void aTokenWithoutARoleIsForbidden() {
        var answer = Api.withToken(Jwt.subject("alice").groups("guest").sign()).request();
        var refusal = answer.get("/api/files");
        assertThat(refusal.statusCode()).isEqualTo(403);
        assertThat(refusal.jsonPath().getString("code")).isEqualTo("role_required");
    }

    @Test
    @DisplayName("D129: a second mechanism is one class")
    void aSecondMechanismIsOneClass() {
        var id =
                given().header("X-Api-Key", ApiKeyMechanism.KEY)
                        .contentType(ContentType.JSON)
                        .body(Map.of("file_name", "scan.pdf"))
                        .post("/api/files/upload/direct/start")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<String>path("id");
        assertThat(Api.as("root", "admin").show(id).getString("owner")).isEqualTo("printer");
        given().header("X-Api-Key", "guessed").get("/api/files").then().statusCode(401);
    }

    private static int list(String token) {
        return Api.withToken(token).request().get("/api/files").statusCode();
    }
}
