package dev.slipway.lifecycle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import dev.slipway.file.FileRecord;
import dev.slipway.file.FileState;
import dev.slipway.file.Files;
import dev.slipway.file.ForgetContent;
import dev.slipway.file.Keys;
import dev.slipway.file.Leases;
import dev.slipway.flow.Api;
import dev.slipway.flow.FormPost;
import dev.slipway.flow.Rows;
import dev.slipway.flow.Samples;
import dev.slipway.flow.SettableClock;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectStore;
import dev.slipway.upload.FinishInBackground;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ReapingUploadsTest {

    private static final byte[] PICTURE = Samples.png(40, 30);
    private static final Map<String, String> PNG =
            Map.of("file_name", "picture.png", "file_type", "image/png");
    private static final Duration GRACE_IS_OVER = Duration.ofHours(2);
    private static final Duration LEASE_IS_OVER = Duration.ofMinutes(6);
    private static final String STATES = "select distinct state from file where file_name like ?";

    @Inject ReapUploads reapUploads;
    @Inject ReapUpload reapUpload;
    @Inject Leases leases;
    @Inject Files files;
    @Inject ForgetContent forgetContent;
    @Inject FinishInBackground finishInBackground;
    @Inject ObjectStore store;
    @Inject SettableClock clock;
    @Inject Rows rows;
    @TempDir Path folder;

    private Api alice;

    /// Whose rows are made without an account.
    private Api crowd;

    @BeforeEach
    void signIn() {
        alice = Api.as("alice", "user");
        crowd = Api.as("crowd", "user");
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    @DisplayName("D95: a valid upload whose tab was closed is finished, not thrown away")
    void aClosedTab() {
        var id = alice.startAndSend(PNG, PICTURE).getString("id");
        clock.goOn(GRACE_IS_OVER);
        reapUploads.run();
        var file = alice.show(id);
        assertThat(file.getString("state")).isEqualTo("finished");
        assertThat(file.getString("processing.state")).isEqualTo("queued");
        assertThat(FormPost.get(file.getString("url")).body()).isEqualTo(PICTURE);
    }

    @Test
    @DisplayName("D95: what came and is not what was signed is rejected")
    void aBadUpload() throws IOException {
        var id = alice.start(PNG).getString("id");
        var text = java.nio.file.Files.writeString(folder.resolve(id), "no picture");
        store.write(Keys.incoming(UUID.fromString(id)), text, ObjectHeaders.ofType("image/png"));
        clock.goOn(GRACE_IS_OVER);
        reapUploads.run();
        assertThat(alice.show(id).getString("state")).isEqualTo("rejected");
        assertThat(alice.show(id).getString("rejection.code")).isEqualTo("type_mismatch");
        forgetContent.run(id, 1);
        assertThat(store.find(Keys.incoming(UUID.fromString(id)))).isEmpty();
    }

    @Test
    @DisplayName("D89: what has not come has expired, once its grace is over and not before")
    void nothingCame() {
        var id = alice.start(PNG).getString("id");
        clock.goOn(Duration.ofMinutes(74));
        reapUploads.run();
        assertThat(state(id)).isEqualTo(FileState.PENDING);
        clock.goOn(Duration.ofMinutes(2));
        reapUploads.run();
        assertThat(state(id)).isEqualTo(FileState.EXPIRED);
        assertThat(alice.tryFinish(id).statusCode()).isEqualTo(410);
    }

    @Test
    @DisplayName("D146: a verification that was lost goes on as a job")
    void aLostVerification() {
        var id = alice.startAndSend(PNG, PICTURE).getString("id");
        rows.update("update file set state = 'verifying' where id = ?::uuid", id);
        clock.goOn(GRACE_IS_OVER);
        reapUploads.run();
        assertThat(state(id)).isEqualTo(FileState.VERIFYING);
        var job = "select task_instance from scheduled_tasks where task_name = 'finish-upload'";
        assertThat(rows.texts(job)).contains(id);
        finishInBackground.run(id, 1);
        assertThat(state(id)).isEqualTo(FileState.FINISHED);
    }

    @Test
    @DisplayName("an upload that is cancelled while it is verified stays cancelled")
    void cancellingWhileVerifying() {
        var id = alice.startAndSend(PNG, PICTURE).getString("id");
        rows.update("update file set state = 'verifying' where id = ?::uuid", id);
        alice.delete(id).then().statusCode(204);
        finishInBackground.run(id, 1);
        assertThat(state(id)).isEqualTo(FileState.DELETED);
        assertThat(alice.tryFinish(id).jsonPath().getString("code")).isEqualTo("upload_cancelled");
    }

    @Test
    @DisplayName("finish against the reaper: both are the same finish")
    void finishAgainstTheReaper() throws Exception {
        for (var round = 0; round < 5; round++) {
            var id = alice.startAndSend(PNG, PICTURE).getString("id");
            clock.goOn(GRACE_IS_OVER);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var finish = threads.submit(() -> alice.finish(id).getString("state"));
                threads.submit(reapUploads::run).get();
                assertThat(finish.get()).isEqualTo("finished");
            }
            assertThat(state(id)).isEqualTo(FileState.FINISHED);
        }
    }

    @Test
    @DisplayName("renew against the reaper: the renewal wins, even after the reaper has taken it")
    void renewAgainstTheReaper() {
        var id = alice.start(PNG).getString("id");
        clock.goOn(GRACE_IS_OVER);
        var taken = claim(id);
        rows.update(
                "update file set expires_at = expires_at + interval '3 hours' where id = ?::uuid",
                id);
        assertThat(reapUpload.reap(taken)).isTrue();
        assertThat(state(id)).isEqualTo(FileState.PENDING);
        clock.goOn(GRACE_IS_OVER.multipliedBy(2));
        reapUploads.run();
        assertThat(state(id)).isEqualTo(FileState.EXPIRED);
    }

    @Test
    @DisplayName("a reaper that was killed in the middle: the next goes on once the lease is over")
    void aKilledReaper() {
        var id = alice.startAndSend(PNG, PICTURE).getString("id");
        clock.goOn(GRACE_IS_OVER);
        claim(id);
        reapUploads.run();
        assertThat(state(id)).isEqualTo(FileState.PENDING);
        clock.goOn(LEASE_IS_OVER);
        reapUploads.run();
        assertThat(state(id)).isEqualTo(FileState.FINISHED);
    }

    @Test
    @DisplayName("D138: a storage that does not answer leaves the row for the next lease")
    void anOutage() {
        var id = alice.startAndSend(PNG, PICTURE).getString("id");
        var other = alice.startAndSend(PNG, PICTURE).getString("id");
        rows.update("update file set storage = 'nowhere' where id = ?::uuid", id);
        clock.goOn(GRACE_IS_OVER);
        reapUploads.run();
        assertThat(state(id)).isEqualTo(FileState.PENDING);
        assertThat(state(other)).isEqualTo(FileState.FINISHED);
        rows.update("update file set storage = 'local' where id = ?::uuid", id);
        clock.goOn(LEASE_IS_OVER);
        reapUploads.run();
        assertThat(state(id)).isEqualTo(FileState.FINISHED);
    }

    @Test
    @DisplayName("D89: a claim that is not committed yet makes nobody wait, and is nobody else's")
    void twoClaimsAtOnce() throws Exception {
        rows.multiply(crowd.start(PNG).getString("id"), "claims", 20);
        clock.goOn(GRACE_IS_OVER);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            QuarkusTransaction.requiringNew()
                    .run(
                            () -> {
                                var first = ids(claimAll(10));
                                try {
                                    var second = threads.submit(() -> ids(claimAll(10))).get();
                                    assertThat(first)
                                            .hasSize(10)
                                            .doesNotContainAnyElementsOf(second);
                                    assertThat(second).hasSize(10);
                                } catch (Exception e) {
                                    throw new IllegalStateException(e);
                                }
                            });
        }
    }

    @Test
    @DisplayName("D89: a thousand go in one run, each to one of two reapers; metrics count them")
    void aThousandAndTwoReapers() throws Exception {
        // whatever other tests have left
        clock.goOn(GRACE_IS_OVER.multipliedBy(2));
        reapUploads.run();
        rows.multiply(crowd.start(PNG).getString("id"), "thousand", 1000);
        clock.goOn(GRACE_IS_OVER);
        var before = expired();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = threads.submit(reapUploads::run);
            var two = threads.submit(reapUploads::run);
            one.get();
            two.get();
        }
        assertThat(rows.texts(STATES, "thousand%")).containsExactly("expired");
        assertThat(expired() - before).isEqualTo(1001);
    }

    /// How often a reaper has ended its work on an upload that had expired.
    private static int expired() {
        return given().get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> line.startsWith("slipway_reaper_uploads_total{"))
                .filter(line -> line.contains("outcome=\"expired\""))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private FileRecord claim(String id) {
        return claimAll(10_000).stream()
                .filter(upload -> upload.id().equals(UUID.fromString(id)))
                .findFirst()
                .orElseThrow();
    }

    private List<FileRecord> claimAll(int most) {
        var now = clock.instant();
        return leases.claim(
                now.minus(Duration.ofHours(1)), now, now.plus(Duration.ofMinutes(5)), most);
    }

    private static List<UUID> ids(List<FileRecord> uploads) {
        return uploads.stream().map(FileRecord::id).toList();
    }

    private FileState state(String id) {
        return files.find(UUID.fromString(id)).orElseThrow().state();
    }
}
