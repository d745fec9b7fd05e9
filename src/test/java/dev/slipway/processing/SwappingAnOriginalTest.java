package dev.slipway.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import dev.slipway.file.ForgetCopies;
import dev.slipway.file.Runs;
import dev.slipway.file.SwapOriginal;
import dev.slipway.file.SwapOriginal.Outcome;
import dev.slipway.flow.Api;
import dev.slipway.flow.Rows;
import dev.slipway.flow.Samples;
import dev.slipway.flow.SettableClock;
import dev.slipway.image.PictureFile;
import dev.slipway.job.Job;
import dev.slipway.storage.ObjectStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@DisplayName("D75: what happens between storing a clean original and recording it")
class SwappingAnOriginalTest {

    private static final byte[] NOTED =
            PictureFile.withChunk(
                    Samples.png(400, 300),
                    "tEXt",
                    ("Comment\0" + PictureFile.SECRET).getBytes(StandardCharsets.US_ASCII));

    @Inject StripLater stripLater;
    @Inject SwapOriginal swapOriginal;
    @Inject RenderVariants renderVariants;
    @Inject ForgetCopies forgetCopies;
    @Inject Runs runs;
    @Inject ByHand byHand;
    @Inject ObjectStore store;
    @Inject SettableClock clock;
    @Inject Rows rows;

    private Api alice;
    private Api admin;
    private UUID id;

    @BeforeEach
    void bringAPicture() {
        alice = Api.as("swap-alice", "user");
        admin = Api.as("swap-admin", "admin");
        id = stripLater.picture(alice, NOTED);
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    @DisplayName("D143: a legal hold keeps what was brought")
    void aLegalHold() {
        var run = stripLater.begin(id);
        var clean = stripLater.storeClean(run);
        var brought = run.file().finishedContent();
        hold();

        assertThat(swapOriginal.swap(run, clean)).isEqualTo(Outcome.HELD);

        assertThat(byHand.file(id).finishedContent()).isEqualTo(brought);
        assertThat(store.find(brought.key())).isPresent();
        assertForgotten("forget-object", brought.key().value(), false);
        assertForgotten(ForgetCopies.NAME, id.toString(), true);
    }

    @Test
    @DisplayName("D143: a run of a file under a legal hold says that the original is not sanitised")
    void aRunUnderALegalHold() {
        var brought = byHand.file(id).finishedContent();
        hold();

        assertThat(renderVariants.run(id.toString(), 1)).isEqualTo(new Job.Outcome.Done());

        var file = alice.show(id.toString());
        assertThat(file.getString("processing.state")).isEqualTo("failed");
        assertThat(file.getString("processing.error.code")).isEqualTo("not_sanitised");
        assertThat(file.getList("variants.state")).hasSize(2).containsOnly("ready");
        assertThat(byHand.file(id).finishedContent()).isEqualTo(brought);
        assertThat(store.find(brought.key())).isPresent();
    }

    @Test
    void aReUpload() {
        var run = stripLater.begin(id);
        var clean = stripLater.storeClean(run);
        var next = Samples.png(40, 30);
        admin.request()
                .multiPart("file", "b.png", next, "image/png")
                .put("/api/files/upload/standard/" + id)
                .then()
                .statusCode(200);
        var content = byHand.file(id).finishedContent();

        assertThat(swapOriginal.swap(run, clean)).isEqualTo(Outcome.WANTED_NO_MORE);

        assertThat(alice.processed(id.toString()).getInt("version")).isEqualTo(2);
        assertThat(byHand.file(id).finishedContent().id()).isEqualTo(content.id());
        assertThat(store.find(run.file().finishedContent().key())).isPresent();
    }

    @Test
    void aDeletion() {
        var run = stripLater.begin(id);
        var clean = stripLater.storeClean(run);
        alice.delete(id.toString()).then().statusCode(204);

        assertThat(swapOriginal.swap(run, clean)).isEqualTo(Outcome.WANTED_NO_MORE);
    }

    @Test
    void aMoveToAnotherStorageOfAPictureThatWasGivenUp() {
        var run = stripLater.begin(id);
        var clean = stripLater.storeClean(run);
        var brought = run.file().finishedContent();
        assertThat(runs.giveUp(run.file())).isTrue();
        rows.update("update file set content_storage = 'elsewhere' where id = ?", id);
        try {
            assertThat(swapOriginal.swap(run, clean)).isEqualTo(Outcome.WANTED_NO_MORE);
        } finally {
            rows.update("update file set content_storage = 'local' where id = ?", id);
        }

        assertThat(byHand.file(id).finishedContent()).isEqualTo(brought);
        assertForgotten("forget-object", brought.key().value(), false);
    }

    @Test
    void anotherStorageAlone() {
        var run = stripLater.begin(id);
        var clean = stripLater.storeClean(run);
        rows.update("update file set content_storage = 'elsewhere' where id = ?", id);
        try {
            assertThat(swapOriginal.swap(run, clean)).isEqualTo(Outcome.WANTED_NO_MORE);
        } finally {
            rows.update("update file set content_storage = 'local' where id = ?", id);
        }
    }

    @Test
    void theDeathOfTheProcess() {
        stripLater.storeClean(stripLater.begin(id));

        assertThat(renderVariants.run(id.toString(), 2)).isEqualTo(new Job.Outcome.Done());

        assertClean();
    }

    @Test
    void theDeathOfTheProcessRightAfterIt() {
        var run = stripLater.begin(id);
        var clean = stripLater.storeClean(run);
        assertThat(swapOriginal.swap(run, clean)).isEqualTo(Outcome.SWAPPED);

        assertThat(renderVariants.run(id.toString(), 2)).isEqualTo(new Job.Outcome.Done());

        assertThat(byHand.file(id).finishedContent().key()).isEqualTo(clean.key());
        assertClean();
    }

    /// One original, and no other object but the variants once the grace is over.
    private void assertClean() {
        assertThat(alice.show(id.toString()).getString("processing.state")).isEqualTo("ready");
        var content = byHand.file(id).finishedContent();
        clock.goOn(Duration.ofHours(2));
        assertThat(forgetCopies.run(id.toString(), 1)).isInstanceOf(Job.Outcome.Done.class);
        assertThat(byHand.objects(id)).hasSize(3);
        assertThat(store.find(content.key()).orElseThrow().size())
                .isEqualTo(content.size())
                .isLessThan(NOTED.length);
    }

    private void hold() {
        admin.request()
                .contentType("application/json")
                .body("{\"on\": true}")
                .put("/api/files/" + id + "/legal-hold")
                .then()
                .statusCode(200);
    }

    private void assertForgotten(String job, String subject, boolean expected) {
        var queued = "select task_instance from scheduled_tasks where task_name = ?";
        assertThat(rows.texts(queued, job).contains(subject)).isEqualTo(expected);
    }
}
