package dev.slipway.uppy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import dev.slipway.flow.Api;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@DisplayName("D25: a token in Uppy's address reaches")
class UploadsOfOneTokenTest {

    private static final Map<String, Object> FILM =
            Map.of(
                    "filename",
                    "a.txt",
                    "type",
                    "text/plain",
                    "metadata",
                    Map.of("profile", "film"));

    private Api alice;
    private String endpoint;

    @BeforeEach
    void signIn() {
        alice = Api.as("alice", "user");
        endpoint = issue();
    }

    @Test
    void theUploadsThatItHasStarted() {
        var upload = create(given(), endpoint);
        assertThat(list(endpoint, upload).statusCode()).isEqualTo(200);
        assertThat(delete(endpoint, upload).statusCode()).isEqualTo(200);
    }

    @Test
    void noneThatWasStartedByBearer() {
        assertOutOfReach(create(alice.request(), "/uppy"));
    }

    @Test
    void noneThatAnotherTokenOfItsProfileHasStarted() {
        assertOutOfReach(create(given(), issue()));
    }

    @Test
    void noneThatIsThereNotAtAll() {
        for (var upload : List.of("some", "0199", "0199a0a0-0000-7000-8000-000000000000")) {
            assertThat(list(endpoint, upload).statusCode()).as(upload).isEqualTo(404);
        }
    }

    @Test
    void uploadsThatItsOwnerReachesByBearerToo() {
        var upload = create(given(), endpoint);
        alice.request()
                .queryParam("key", "incoming/" + upload)
                .delete("/uppy/s3/multipart/" + upload)
                .then()
                .statusCode(200);
    }

    private void assertOutOfReach(String upload) {
        var base = endpoint + "/s3/multipart/" + upload;
        var answers =
                List.of(
                        list(endpoint, upload),
                        about(upload).get(base + "/1"),
                        about(upload).queryParam("partNumbers", "1,2").get(base + "/batch"),
                        about(upload)
                                .contentType(ContentType.JSON)
                                .body(Map.of("parts", List.of()))
                                .post(base + "/complete"),
                        delete(endpoint, upload));
        assertThat(answers)
                .allSatisfy(
                        answer -> {
                            assertThat(answer.statusCode()).isEqualTo(404);
                            assertThat(answer.jsonPath().getString("error")).isEqualTo("not_found");
                        });
        assertThat(alice.show(upload).getString("state")).isEqualTo("pending");
    }

    private String issue() {
        return alice.request()
                .contentType(ContentType.JSON)
                .body(Map.of("profile", "film"))
                .post("/uppy/token")
                .then()
                .statusCode(200)
                .extract()
                .path("endpoint");
    }

    private static String create(RequestSpecification caller, String endpoint) {
        return caller.contentType(ContentType.JSON)
                .body(FILM)
                .post(endpoint + "/s3/multipart")
                .then()
                .statusCode(200)
                .extract()
                .path("uploadId");
    }

    private static Response list(String endpoint, String upload) {
        return about(upload).get(endpoint + "/s3/multipart/" + upload);
    }

    private static Response delete(String endpoint, String upload) {
        return about(upload).delete(endpoint + "/s3/multipart/" + upload);
    }

    private static RequestSpecification about(String upload) {
        return given().queryParam("key", "incoming/" + upload);
    }
}
