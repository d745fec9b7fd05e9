package dev.slipway.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.slipway.PostgresResource;
import dev.slipway.file.Failure;
import dev.slipway.file.Files;
import dev.slipway.file.ForgetCopies;
import dev.slipway.file.NewTerms;
import dev.slipway.file.ProcessingState;
import dev.slipway.file.Run;
import dev.slipway.file.Runs;
import dev.slipway.file.Variants;
import dev.slipway.flow.Api;
import dev.slipway.flow.FormPost;
import dev.slipway.flow.Rows;
import dev.slipway.flow.Samples;
import dev.slipway.flow.SettableClock;
import dev.slipway.job.Job;
import dev.slipway.profile.Profiles;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@DisplayName("D70: reprocessing a picture")
class ReprocessingTest {

    @Inject RenderVariants renderVariants;
    @Inject ForgetCopies forgetCopies;
    @Inject NewTerms newTerms;
    @Inject Profiles profiles;
    @Inject ObjectStore store;
    @Inject SettableClock clock;
    @Inject Rows rows;
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

    @AfterEach
    void backToNow() {
        clock.reset();
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
        assertThat(again.getString("placeholder")).isEqualTo(file.getString("placeholder"));
    }

    @Test
    @DisplayName("D38, D70: under new addresses: caches keep what was at the old ones")
    void makesThemUnderNewAddresses() {
        var file = picture();
        var id = file.getString("id");
        var old = keys(id);

        reprocess(id, "?variant=w300");
        alice.processed(id);

        assertThat(keys(id)).hasSameSizeAs(old).doesNotContainSequence(old);
        assertThat(keys(id)).filteredOn(old::contains).hasSize(old.size() - 1);
        assertThat(FormPost.get(file.getString("img.src")).statusCode()).isEqualTo(200);
        clock.goOn(Duration.ofHours(2));
        assertThat(forgetCopies.run(id, 1)).isEqualTo(new Job.Outcome.Done());
        assertThat(store.find(new ObjectKey(old.getFirst()))).isEmpty();
        clock.reset();
        var again = alice.show(id).getList("variants.url", String.class);
        assertThat(again).allMatch(url -> FormPost.get(url).statusCode() == 200);
    }

    @Test
    @DisplayName("D66: takes no picture away from a page")
    void takesNoPictureAway() {
        var file = picture();
        var id = UUID.fromString(file.getString("id"));
        var record = files.find(id).orElseThrow();

        assertThat(runs.want(record, Optional.empty())).isTrue();
        assertThat(image(id)).isEqualTo("queued " + file.getString("img.srcset"));
        runs.begin(id, 1);
        assertThat(image(id)).isEqualTo("running " + file.getString("img.srcset"));
        rows.update("update file set processing = 'failed' where id = ?", id);
        rows.update("update variant set state = 'failed' where content_id = ? and width = 300", id);
        assertThat(image(id)).isEqualTo("failed " + file.getString("img.srcset"));
    }

    @Test
    @DisplayName("D66: takes no picture away from a page, not even for other widths")
    void takesNoPictureAwayForOtherWidths() {
        var file = picture();
        var id = UUID.fromString(file.getString("id"));
        var other = newTerms.give(id, profiles.find("phone").orElseThrow()).orElseThrow();

        assertThat(runs.want(other, Optional.empty())).isTrue();
        assertThat(image(id)).isEqualTo("queued " + file.getString("img.srcset"));

        assertThat(renderVariants.run(id.toString(), 1)).isEqualTo(new Job.Outcome.Done());
        assertThat(image(id)).startsWith("ready ").contains(" 100w, ").endsWith(" 200w");
        assertThat(alice.show(id.toString()).getList("variants.name"))
                .containsExactly("w100", "w200");
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
        assertThat(runs.want(file, Optional.empty())).isTrue();
        var first = begin(id);

        // what Reprocess does while that run renders, without the job that follows
        assertThat(runs.want(file, Optional.empty())).isTrue();

        assertThat(runs.standing(first)).isEqualTo(Runs.Standing.WANTED_NO_MORE);
        assertThat(files.find(id).orElseThrow().processing()).isEqualTo(ProcessingState.QUEUED);
        var second = begin(id);
        assertThat(second.number()).isEqualTo(first.number() + 1);
        assertThat(runs.standing(second)).isEqualTo(Runs.Standing.WANTED);
        runs.putOff(first, new Failure("processing_failed", "Not this one."));
        assertThat(files.find(id).orElseThrow().processing()).isEqualTo(ProcessingState.RUNNING);
        alice.request().delete("/api/files/" + id);
        assertThat(runs.standing(second)).isEqualTo(Runs.Standing.CONTENT_GONE);
        assertThat(runs.begin(id, 1)).isInstanceOf(Runs.Beginning.ContentGone.class);
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

    private Run begin(UUID id) {
        return runs.begin(id, 1) instanceof Runs.Beginning.Begun(var run)
                ? run
                : fail("nothing to do");
    }

    private List<String> keys(String id) {
        return rows.texts(
                "select object_key from variant where content_id = ?::uuid order by width, name",
                id);
    }

    /// The state of the processing, and the `srcset` that a page gets meanwhile.
    private String image(UUID id) {
        var file = alice.show(id.toString());
        return file.getString("processing.state") + " " + file.getString("img.srcset");
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
