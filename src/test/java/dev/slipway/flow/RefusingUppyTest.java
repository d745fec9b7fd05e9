package dev.slipway.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever refuses, the program or what it is built on: Uppy reads one shape.
@QuarkusTest
class RefusingUppyTest {

    private static final String BASE = "/uppy/s3/multipart";

    @Test
    void withoutAToken() {
        var refused = given().contentType(ContentType.JSON).body("{}").post(BASE);

        assertRefused(refused, 401, "unauthenticated");
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void withABrokenToken() {
        assertRefused(
                Api.withToken("a.b.c").request().get(BASE + "/some/1"), 401, "unauthenticated");
    }

    @Test
    void withoutARole() {
        assertRefused(
                Api.as("nobody", "nothing").request().get(BASE + "/some/1"), 403, "role_required");
    }

    @Test
    void withABodyThatIsNoJson() {
        var alice = Api.as("alice", "user").request();

        assertRefused(
                alice.contentType(ContentType.JSON).body("{\"filename\": ").post(BASE),
                400,
                "malformed_request");
    }

    @Test
    void withAnotherContentType() {
        var alice = Api.as("alice", "user").request();

        assertRefused(
                alice.contentType("text/csv").body("a,b").post(BASE),
                415,
                "unsupported_media_type");
    }

    /// By the server underneath, before anybody could say it in Uppy's words.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/uppy/s3/params?filename=100%&type=image/png",
                "/uppy/s3/params?filename=100%25&x=%zz",
                "/uppy/s3/multipart/some/batch?key=%zz&partNumbers=1",
                "/uppy/t/token/s3/params?filename=%zz",
                "/media/public/some?expires=%zz"
            })
    void withAQueryThatCannotBeRead(String address) throws Exception {
        assertThat(RawGet.answer(address)).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void withAnUnknownUpload() {
        var alice = Api.as("alice", "user").request();

        assertRefused(alice.delete(BASE + "/some"), 404, "not_found");
        assertRefused(alice.get("/uppy/else/where"), 404, "not_found");
    }

    private static void assertRefused(Response refused, int status, String error) {
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(status);
        assertThat(refused.contentType()).startsWith("application/json");
        Map<String, String> body = refused.jsonPath().getMap("");
        assertThat(body).containsOnlyKeys("error", "message").containsEntry("error", error);
        assertThat(body.get("message")).isNotBlank();
    }
}
