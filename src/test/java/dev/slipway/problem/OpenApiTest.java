package dev.slipway.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import dev.slipway.flow.Api;
import dev.slipway.flow.Samples;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@DisplayName("D26: the OpenAPI document")
class OpenApiTest {

    @Test
    void namesEveryCallOfTheContract() {
        var paths = given().get("/q/openapi?format=json").jsonPath().getMap("paths");
        assertThat(paths.keySet().stream().map(Object::toString).toList())
                .containsAll(
                        List.of(
                                "/api/files",
                                "/api/files/{id}",
                                "/api/files/{id}/claim",
                                "/api/files/{id}/legal-hold",
                                "/api/owners/{sub}",
                                "/api/owners/{sub}/erasure",
                                "/api/files/{id}/renew",
                                "/api/files/upload/direct/start",
                                "/api/files/upload/direct/start/batch",
                                "/api/files/upload/direct/finish",
                                "/api/files/upload/standard",
                                "/api/files/upload/standard/{id}",
                                "/api/hooks/storage",
                                "/api/profiles",
                                "/uppy/s3/params",
                                "/uppy/token",
                                "/rails/active_storage/direct_uploads"));
    }

    @Test
    void describesTheFileThatIsReallyAnswered() {
        Map<String, Object> described =
                given().get("/q/openapi?format=json")
                        .jsonPath()
                        .getMap("components.schemas.FileView.properties");
        Map<String, Object> answered =
                Api.as("alice", "user").upload("a.png", "image/png", Samples.png(8, 8)).getMap("");
        assertThat(described.keySet()).isEqualTo(answered.keySet());
    }

    @Test
    @DisplayName("D10: the header that makes a start repeatable")
    void namesTheIdempotencyKey() {
        var start = "paths.'/api/files/upload/direct/start'.post.";
        var document = given().get("/q/openapi?format=json").jsonPath();
        assertThat(document.getString(start + "parameters[0].name")).isEqualTo("Idempotency-Key");
        assertThat(document.getString(start + "parameters[0].in")).isEqualTo("header");
        assertThat(document.getMap(start + "responses"))
                .containsKeys("200", "403", "413", "422", "429", "default");
    }

    @Test
    void saysHowCallsRefuse() {
        var document = given().get("/q/openapi?format=json").jsonPath();
        assertThat(
                        document.getString(
                                "paths.'/api/files/upload/direct/start'.post.responses.default"
                                        + ".content.'application/problem+json'.schema.'$ref'"))
                .isEqualTo("#/components/schemas/Problem");
        assertThat(document.getMap("components.schemas.Problem.properties"))
                .containsKeys("type", "title", "status", "detail", "code");
    }

    @Test
    void saysHowCallsOfUppyRefuse() {
        var document = given().get("/q/openapi?format=json").jsonPath();
        for (var call :
                List.of(
                        "'/uppy/token'.post",
                        "'/uppy/s3/params'.get",
                        "'/uppy/s3/multipart'.post",
                        "'/uppy/s3/multipart/{uploadId}/complete'.post",
                        "'/uppy/s3/multipart/{uploadId}/batch'.get")) {
            var responses = "paths." + call + ".responses";
            assertThat(document.getMap(responses)).as(call).containsKeys("200", "default");
            assertThat(document.getMap(responses + ".default.content"))
                    .as(call)
                    .containsOnlyKeys("application/json");
            assertThat(
                            document.getString(
                                    responses
                                            + ".default.content.'application/json'.schema.'$ref'"))
                    .as(call)
                    .isEqualTo("#/components/schemas/UppyRefusal");
        }
        var schema = "components.schemas.UppyRefusal.properties.";
        assertThat(document.getString(schema + "error.type")).isEqualTo("string");
        assertThat(document.getString(schema + "message.type")).isEqualTo("string");
    }

    @Test
    void saysForHowManyFilesATokenOfAPageIs() {
        var document = given().get("/q/openapi?format=json").jsonPath();
        var body = "paths.'/uppy/token'.post.requestBody.content.'application/json'.schema";
        var wish = document.getString(body + ".'$ref'").replaceFirst(".*/", "");
        var files = document.getMap("components.schemas." + wish + ".properties.max_files");
        assertThat(files)
                .containsEntry("default", 100)
                .containsEntry("minimum", 1)
                .containsEntry("maximum", 1000);
    }
}
