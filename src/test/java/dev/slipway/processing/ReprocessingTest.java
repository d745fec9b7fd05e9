package dev.slipway.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import dev.slipway.file.Files;
import dev.slipway.file.ProcessingState;
import dev.slipway.file.Runs;
import dev.slipway.file.Variants;
import dev.slipway.flow.Api;
import dev.slipway.flow.Samples;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@DisplayName("D70: reprocessing a picture")
class ReprocessingTest {

    @Inject Files files;
    @Inject Runs runs;
    @Inject Variants variants;

    private Api alice;
    private Api admin;

    @BeforeEach
    void signIn() {
        alice = Api.as("again-alice", "user");
        admin = Api.as("again-admin", "admin");
    }

    @Test
    @DisplayName("D65, D73: a picture has a placeholder, a colour, a size and frames")
    void findsAPlaceholder() {
        var file = picture();

        assertThat(file.getString("placeholder")).hasSizeBetween(24, 36);
        assertThat(file.getString("dominant_colour")).matches("#[0-9a-f]{6}");
        assertThat(file.getInt("width")).isEqualTo(400);
        assertThat(file.getInt("height")).isEqualTo(300);
        assertThat(file.getInt("frames")).isEqualTo(1);
        assertThat(file.getList("variants.frames")).containsOnly(1);
        assertThat(file.getList("variants.attempts")).containsOnly(1);
        assertThat(file.getList("variants.name")).doesNotContain("glance");
    }

    @Test
    void makesAllVariantsAgain() {
        var file = picture();
        var id = file.getString("id");

        var answer = reprocess(id, "");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.jsonPath().getString("id")).isEqualTo(id);
        var again = alice.processed(id);
        assertThat(again.getString("processing.state")).isEqualTo("ready");
        assertThat(again.getList("variants.url")).isEqualTo(file.getList("variants.url"));
        assertThat(again.getString("placeholder")).isEqualTo(file.getString("placeholder"));
    }

    @Test
    void makesOneVariantAlone() {
        var file = picture();
        var id = UUID.fromString(file.getString("id"));

        assertThat(runs.want(files.find(id).orElseThrow(), Optional.of("w300"))).isTrue();

        assertThat(variants.queued(id)).containsExactly("w300");
        assertThat(reprocess(file.getString("id"), "?variant=w300").statusCode()).isEqualTo(202);
        var again = alice.processed(file.getString("id"));
        assertThat(again.getList("variants.state")).containsOnly("ready");
    }

    @Test
    void isRefusedWhereThereIsNothingToDo() {
        var id = picture().getString("id");
        var unknown = reprocess(id, "?variant=w1");
        assertThat(unknown.statusCode()).isEqualTo(409);
        assertThat(unknown.jsonPath().getString("code")).isEqualTo("nothing_to_process");
        assertThat(unknown.jsonPath().getString("variant")).isEqualTo("w1");

        var body = Map.of("file_name", "a.txt", "file_type", "text/plain");
        var text = alice.startAndSend(body, Samples.text(20)).getString("id");
        assertThat(reprocess(text, "").statusCode()).isEqualTo(409);
        alice.finish(text);
        assertThat(reprocess(text, "").statusCode()).isEqualTo(409);
    }

    @Test
    void isForAdminsAndForFilesThatAreThere() {
        var id = picture().getString("id");

        assertThat(alice.request().post("/api/files/" + id + "/reprocess").statusCode())
                .isEqualTo(403);
        assertThat(reprocess(UUID.randomUUID().toString(), "").statusCode()).isEqualTo(404);
        assertThat(reprocess("x", "").statusCode()).isEqualTo(404);
        alice.request().delete("/api/files/" + id);
        assertThat(reprocess(id, "").statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("D70: does not lose against a run that is just ending")
    void doesNotLoseAgainstARunThatIsEnding() {
        var id = UUID.fromString(picture().getString("id"));
        var file = files.find(id).orElseThrow();
        var first = runs.begin(id, 1).orElseThrow();

        // what Reprocess does while that run renders, without the job that follows
        assertThat(runs.want(file, Optional.empty())).isTrue();

        assertThat(runs.standing(id, first)).isEqualTo(Runs.Standing.WANTED_AGAIN);
        assertThat(files.find(id).orElseThrow().processing()).isEqualTo(ProcessingState.QUEUED);
        var second = runs.begin(id, 1).orElseThrow();
        assertThat(second).isEqualTo(first + 1);
        assertThat(runs.standing(id, second)).isEqualTo(Runs.Standing.WANTED);
        assertThat(runs.standing(UUID.randomUUID(), 1)).isEqualTo(Runs.Standing.CONTENT_GONE);
    }

    @Test
    @DisplayName("D122: the engine is shown in the health")
    void showsTheEngineInTheHealth() {
        var health = alice.request().get("/q/health/ready").jsonPath();
        var images = "checks.find { it.name == 'images' }.";

        assertThat(health.getString(images + "status")).isEqualTo("UP");
        assertThat(health.getString(images + "data.engine")).isNotBlank();
        assertThat(health.getString(images + "data.writes")).contains("jpeg", "png");
    }

    private Response reprocess(String id, String query) {
        return admin.request().post("/api/files/" + id + "/reprocess" + query);
    }

    private JsonPath picture() {
        var body = Map.of("file_name", "a.png", "file_type", "image/png");
        var id = alice.startAndSend(body, Samples.png(400, 300)).getString("id");
        alice.finish(id);
        return alice.processed(id);
    }
}
