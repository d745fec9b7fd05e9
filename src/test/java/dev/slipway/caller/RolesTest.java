package dev.slipway.caller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import dev.slipway.flow.Api;
import dev.slipway.flow.Samples;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@DisplayName("D130: who may do what, and what is no call at all")
class RolesTest {

    private static final Map<String, String> PNG =
            Map.of("file_name", "picture.png", "file_type", "image/png");
    private static final String FINISH = "/api/files/upload/direct/finish";
    private static final String UNKNOWN = "/api/files/01890000-0000-7000-8000-000000000000";

    private Api alice;
    private Api shop;

    @BeforeEach
    void signIn() {
        alice = Api.as("alice", "user");
        shop = Api.as("shop", "service");
    }

    @Test
    void aServiceFinishesAndReadsSomebodyElsesUpload() {
        var id = alice.startAndSend(PNG, Samples.png(20, 10)).getString("id");
        assertThat(shop.show(id).getString("state")).isEqualTo("pending");
        var file = shop.finish(id);
        assertThat(file.getString("state")).isEqualTo("finished");
        assertThat(file.getString("owner")).isEqualTo("alice");
        assertThat(shop.show(id).getString("url")).isNotNull();
    }

    @Test
    void aServiceDoesNotDeleteWhatIsNotItsOwn() {
        var pending = alice.start(PNG).getString("id");
        var finished = alice.upload("picture.png", "image/png", Samples.png(20, 10));
        for (var id : new String[] {pending, finished.getString("id")}) {
            assertProblem(shop.delete(id), 404, "not_found");
            assertThat(alice.show(id).getString("state")).isIn("pending", "finished");
        }
        var own = shop.start(PNG).getString("id");
        assertThat(shop.delete(own).statusCode()).isEqualTo(204);
    }

    @Test
    void aServiceStartsWithTheProfilesOfUsersOnly() {
        var own = shop.start(PNG);
        assertThat(shop.show(own.getString("id")).getString("owner")).isEqualTo("shop");
        var staff = Map.of("file_name", "a.png", "profile", "staff");
        assertProblem(shop.tryStart(staff), 403, "profile_not_allowed");
        assertProblem(alice.tryStart(staff), 403, "profile_not_allowed");
        Api.as("root", "admin").tryStart(staff).then().statusCode(200);
    }

    @Test
    void anUploadIsFinishedByItsKeyAsWell() {
        var started = alice.startAndSend(PNG, Samples.png(20, 10));
        var key = started.getString("key");
        assertProblem(finish(Api.as("mallory", "user"), Map.of("key", key)), 404, "not_found");
        var file = finish(alice, Map.of("key", key)).then().statusCode(200).extract().jsonPath();
        assertThat(file.getString("id")).isEqualTo(started.getString("id"));
        assertThat(file.getString("state")).isEqualTo("finished");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "incoming/01890000-0000-7000-8000-000000000000",
                "incoming/",
                "incoming/../private",
                "private/01890000-0000-7000-8000-000000000000",
                ""
            })
    void aKeyOfNoUploadIsUnknown(String key) {
        assertProblem(finish(alice, Map.of("key", key)), 404, "not_found");
    }

    @Test
    @DisplayName("what HTTP itself refuses is a problem document too")
    void whatHttpRefusesIsAProblemToo() {
        assertProblem(alice.request().get("/api/nowhere"), 404, "not_found");
        assertProblem(alice.request().get("/api/files/a/b/c/d"), 404, "not_found");
        assertProblem(alice.request().get(FINISH), 405, "method_not_allowed");
        assertProblem(alice.request().patch(UNKNOWN), 405, "method_not_allowed");
        assertProblem(
                alice.request().accept(ContentType.XML).get("/api/files"), 406, "not_acceptable");
        assertProblem(
                alice.request().contentType(ContentType.TEXT).body("{}").post(FINISH),
                415,
                "unsupported_media_type");
    }

    @Test
    void aTrailingSlashDoesNoHarm() {
        var id = alice.startAndSend(PNG, Samples.png(20, 10)).getString("id");
        var finished =
                alice.request()
                        .contentType(ContentType.JSON)
                        .body(Map.of("file_id", id))
                        .post(FINISH + "/");
        assertThat(finished.statusCode()).isEqualTo(200);
        var shown = alice.request().get("/api/files/" + id + "/");
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.jsonPath().getString("id")).isEqualTo(id);
        assertThat(alice.request().get("/api/files/").statusCode()).isEqualTo(200);
        var profiles = alice.request().get("/api/profiles/");
        assertThat(profiles.statusCode()).isEqualTo(200);
        assertThat(profiles.jsonPath().getString("items[0].name")).isEqualTo("default");
        assertThat(alice.request().delete("/api/files/" + id + "/").statusCode()).isEqualTo(204);
    }

    private static Response finish(Api api, Map<String, String> body) {
        return api.request().contentType(ContentType.JSON).body(body).post(FINISH);
    }

    private static void assertProblem(Response answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getInt("status")).isEqualTo(status);
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
        assertThat(answer.jsonPath().getString("detail")).isNotBlank();
    }
}
