package dev.slipway.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import dev.slipway.file.ForgetCopies;
import dev.slipway.flow.Api;
import dev.slipway.flow.Rows;
import dev.slipway.flow.Samples;
import dev.slipway.flow.SettableClock;
import dev.slipway.job.Job.Outcome;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@DisplayName("D70: reprocessing all pictures of a profile")
class ReprocessingAProfileTest {

    private static final String WIDTHS =
            """
            {"placeholder": true, "variants": [{"name": "w50", "fit": "WIDTH", "width": 50,
              "height": 0, "format": "KEEP", "quality": 80, "progressive": true, "blur": 0}]}
            """;

    @Inject ReprocessProfile reprocessProfile;
    @Inject ForgetCopies forgetCopies;
    @Inject ObjectStore store;
    @Inject SettableClock clock;
    @Inject Rows rows;
    @TempDir Path folder;

    private Api alice;
    private Api admin;

    @BeforeEach
    void signIn() {
        alice = Api.as("terms-alice", "user");
        admin = Api.as("terms-admin", "admin");
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    @DisplayName("D70: files that were uploaded under older terms get what the profile says now")
    void givesTheNewTerms() throws Exception {
        var id = picture();
        var old = uploadedUnderOlderTerms(id);
        assertThat(alice.show(id).getList("variants.name")).containsExactly("w50", "w100");

        var asked = admin.request().post("/api/profiles/phone/reprocess");
        assertThat(asked.statusCode()).isEqualTo(202);
        assertThat(asked.jsonPath().getString("profile")).isEqualTo("phone");
        runToItsEnd();

        var file = alice.processed(id);
        assertThat(file.getList("variants.name")).containsExactly("w100", "w200");
        assertThat(file.getList("variants.state")).containsOnly("ready");
        var report = admin.request().get("/api/profiles/phone/reprocess").jsonPath();
        assertThat(report.getLong("files")).isPositive();
        assertThat(report.getString("finished_at")).isNotNull();

        clock.goOn(Duration.ofHours(2));
        assertThat(forgetCopies.run(id, 1)).isInstanceOf(Outcome.Done.class);
        assertThat(store.find(old)).isEmpty();
        assertThat(alice.show(id).getList("variants.url", String.class)).hasSize(2);
    }

    @Test
    @DisplayName("D70: goes on behind the last file that it has looked at")
    void goesOn() {
        picture();
        picture();
        admin.request().post("/api/profiles/phone/reprocess");
        runToItsEnd();
        var before = rows.text("select files from reprocessing where profile = 'phone'");

        rows.update("update reprocessing set finished_at = null where profile = 'phone'");
        runToItsEnd();

        assertThat(rows.text("select files from reprocessing where profile = 'phone'"))
                .isEqualTo(before);
    }

    @Test
    @DisplayName("D70: a file that cannot be read is counted, and the others go on")
    void goesOnPastAFileThatCannotBeRead() {
        var broken = picture();
        var whole = picture();
        var terms = rows.text("select terms from file where id = ?::uuid", broken);
        rows.update("update file set terms = '[]' where id = ?::uuid", broken);
        try {
            admin.request().post("/api/profiles/phone/reprocess");
            runToItsEnd();
        } finally {
            rows.update("update file set terms = ?::jsonb where id = ?::uuid", terms, broken);
        }

        var report = admin.request().get("/api/profiles/phone/reprocess").jsonPath();
        assertThat(report.getString("finished_at")).isNotNull();
        assertThat(report.getLong("failed")).isEqualTo(1);
        assertThat(report.getList("failed_files")).containsExactly(broken);
        assertThat(rows.text("select wanted_run from file where id = ?::uuid", whole))
                .isNotEqualTo("1");
    }

    @Test
    @DisplayName("D70: where nothing is made of pictures any more, what was made goes")
    void dropsWhatIsNotWantedAnyMore() {
        var body = Map.of("file_name", "a.png", "file_type", "image/png", "profile", "own");
        var id = alice.startAndSend(body, Samples.png(400, 300)).getString("id");
        rows.update("update file set terms = terms || ?::jsonb where id = ?::uuid", WIDTHS, id);
        alice.finish(id);
        assertThat(alice.processed(id).getList("variants.state")).containsExactly("ready");
        var original = rows.text("select object_key from file where id = ?::uuid", id);
        var folderOfIt = original.substring(0, original.lastIndexOf('/') + 1);
        assertThat(store.list(folderOfIt, null).objects()).hasSize(2);

        admin.request().post("/api/profiles/own/reprocess");
        runToItsEnd("own");

        var file = alice.show(id);
        assertThat(file.getString("processing.state")).isEqualTo("none");
        assertThat(file.getList("variants")).isEmpty();
        assertThat(file.getString("img")).isNull();
        assertThat(rows.texts("select task_name from scheduled_tasks where task_instance = ?", id))
                .contains(ForgetCopies.NAME);
        clock.goOn(Duration.ofHours(2));
        assertThat(forgetCopies.run(id, 1)).isInstanceOf(Outcome.Done.class);
        assertThat(store.list(folderOfIt, null).objects())
                .extracting(object -> object.key().value())
                .containsExactly(original);
    }

    @Test
    void isForAdminsAndProfilesThatAreThere() {
        assertThat(alice.request().post("/api/profiles/phone/reprocess").statusCode())
                .isEqualTo(403);
        assertThat(admin.request().post("/api/profiles/none/reprocess").statusCode())
                .isEqualTo(404);
        assertThat(admin.request().get("/api/profiles/avatar/reprocess").statusCode())
                .isEqualTo(404);
    }

    /// What is there at once, whoever else is at it.
    private void runToItsEnd() {
        runToItsEnd("phone");
    }

    private void runToItsEnd(String profile) {
        while (reprocessProfile.run(profile, 1) instanceof Outcome.Again) {
            // the next batch
        }
    }

    /// Widths of 50 and 100 instead of 100 and 200; the key of the one of 50.
    private ObjectKey uploadedUnderOlderTerms(String id) throws Exception {
        rows.update(
                "update file set terms = jsonb_set(terms, '{variants}', (terms->'variants') - 1)"
                        + " where id = ?::uuid",
                id);
        rows.update("delete from variant where content_id = ?::uuid and name = 'w200'", id);
        var key = rows.text("select object_key from variant where content_id = ?::uuid", id);
        var old = new ObjectKey(key.replace("w100", "w50"));
        var file = Files.write(folder.resolve("w50"), Samples.png(50, 40));
        store.write(old, file, ObjectHeaders.ofType("image/png"));
        rows.update(
                """
                insert into variant (content_id, name, plan_hash, state, file_type, size, width,
                  height, object_key)
                select content_id, 'w50', plan_hash, state, file_type, size, 50, 40, ?
                from variant where content_id = ?::uuid
                """,
                old.value(),
                id);
        return old;
    }

    private String picture() {
        var body = Map.of("file_name", "a.png", "file_type", "image/png", "profile", "phone");
        var id = alice.startAndSend(body, Samples.png(400, 300)).getString("id");
        alice.finish(id);
        alice.processed(id);
        return id;
    }
}
