package dev.slipway.hook;

import static dev.slipway.storage.s3.S3ProxyResource.BUCKET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.flow.Api;
import dev.slipway.flow.FormPost;
import dev.slipway.flow.Samples;
import dev.slipway.job.Job;
import dev.slipway.upload.FinishInBackground;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an event does to an upload whose client says nothing any more.
@QuarkusTest
@TestProfile(OnS3WithEvents.class)
class StorageEventsTest {

    private static final byte[] PICTURE = Samples.png(40, 30);
    private static final Map<String, String> PNG =
            Map.of("file_name", "picture.png", "file_type", "image/png");

    @Inject @All List<Job> jobs;

    private Api alice;

    @BeforeEach
    void signIn() {
        alice = Api.as("alice", "user");
    }

    @Test
    @DisplayName("D95 U14: the tab is closed after the upload, and the file is there all the same")
    void closedTab() {
        var started = alice.startAndSend(PNG, PICTURE);
        assertTaken(Hook.post(Messages.s3(BUCKET, started.getString("key"))), 1, 0);
        var file = alice.processed(started.getString("id"));
        assertThat(file.getString("state")).isEqualTo("finished");
        assertThat(file.getString("processing.state")).isEqualTo("ready");
        // not the figures of the event
        assertThat(file.getInt("size")).isEqualTo(PICTURE.length);
        assertThat(FormPost.get(file.getString("url")).body()).isEqualTo(PICTURE);
    }

    @ParameterizedTest
    @DisplayName("D95: whatever envelope the event comes in")
    @ValueSource(strings = {"minio", "ceph", "sns", "eventbridge", "eventbridge in sns"})
    void anyEnvelope(String sender) {
        var started = alice.startAndSend(PNG, PICTURE);
        var key = started.getString("key");
        var message =
                switch (sender) {
                    case "minio" -> Messages.minio(BUCKET, key);
                    case "ceph" -> Messages.records("ceph:s3", "ObjectCreated:Post", BUCKET, key);
                    case "sns" -> Messages.sns(Messages.s3(BUCKET, key));
                    case "eventbridge" -> Messages.eventBridge(BUCKET, key);
                    default -> Messages.sns(Messages.eventBridge(BUCKET, key));
                };
        assertTaken(Hook.post(message), 1, 0);
        assertThat(stateAfterAll(started.getString("id"))).isEqualTo("finished");
    }

    @Test
    @DisplayName("D95: several uploads in one message, and what is none of them")
    void severalAtOnce() {
        var first = alice.startAndSend(PNG, PICTURE).getString("id");
        var second = alice.startAndSend(PNG, PICTURE).getString("id");
        var unknown = new UUID(0x0199_0000_0000_7000L, 0x8000_0000_0000_0000L);
        var message =
                Messages.s3(
                        BUCKET,
                        "incoming/" + second,
                        "private/2026/02/03/" + first + "/0000.png",
                        "incoming/" + first,
                        "incoming/" + unknown,
                        "incoming/../" + first,
                        "slipway.json");
        assertTaken(Hook.post(message), 3, 3);
        assertThat(stateAfterAll(first)).isEqualTo("finished");
        assertThat(stateAfterAll(second)).isEqualTo("finished");
    }

    @Test
    @DisplayName("D95: a key is decoded, in records only")
    void encodedKeys() {
        var id = alice.startAndSend(PNG, PICTURE).getString("id");
        assertTaken(Hook.post(Messages.eventBridge(BUCKET, "incoming%2F" + id)), 0, 1);
        var encoded = Messages.ofRecord("aws:s3", "ObjectCreated:Post", BUCKET, "incoming%2F" + id);
        assertTaken(Hook.post("{\"Records\": [" + encoded + "]}"), 1, 0);
        assertThat(stateAfterAll(id)).isEqualTo("finished");
    }

    @Test
    @DisplayName("D95: ten times the same event, one after the other and at once, do no harm")
    void duplicates() throws Exception {
        var id = alice.startAndSend(PNG, PICTURE).getString("id");
        var message = Messages.s3(BUCKET, "incoming/" + id);
        Callable<Integer> post = () -> Hook.post(message).status();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(Collections.nCopies(10, post))) {
                assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo(200);
            }
        }
        var file = alice.processed(id);
        assertThat(file.getString("state")).isEqualTo("finished");
        var ten = Collections.nCopies(10, "incoming/" + id).toArray(String[]::new);
        assertTaken(Hook.post(Messages.s3(BUCKET, ten)), 10, 0);
        finishNow(id);
        assertThat(alice.finish(id).getString("upload_finished_at"))
                .isEqualTo(file.getString("upload_finished_at"));
        assertThat(alice.show(id).getInt("version")).isEqualTo(1);
    }

    @Test
    @DisplayName("D95: an event that comes before the bytes changes nothing")
    void beforeTheBytes() {
        var started = alice.start(PNG);
        var id = started.getString("id");
        assertTaken(Hook.post(Messages.s3(BUCKET, "incoming/" + id)), 1, 0);
        finishNow(id);
        assertThat(alice.show(id).getString("state")).isEqualTo("pending");
        FormPost.send(started.getString("url"), started.getMap("fields"), PICTURE);
        Hook.post(Messages.s3(BUCKET, "incoming/" + id));
        assertThat(stateAfterAll(id)).isEqualTo("finished");
    }

    @Test
    @DisplayName("D95: an event after the cancel does not bring the upload back")
    void afterTheCancel() {
        var id = alice.startAndSend(PNG, PICTURE).getString("id");
        alice.delete(id).then().statusCode(204);
        assertTaken(Hook.post(Messages.s3(BUCKET, "incoming/" + id)), 1, 0);
        finishNow(id);
        assertThat(alice.tryShow(id).statusCode()).isEqualTo(404);
        assertThat(alice.tryFinish(id).jsonPath().getString("code")).isEqualTo("upload_cancelled");
    }

    @Test
    @DisplayName("D95: bytes that are not what was signed are rejected without a client as well")
    void rejectedBytes() {
        var id = alice.startAndSend(PNG, "<html><script>".getBytes(UTF_8)).getString("id");
        Hook.post(Messages.s3(BUCKET, "incoming/" + id));
        assertThat(stateAfterAll(id)).isEqualTo("rejected");
        finishNow(id);
        assertThat(alice.tryFinish(id).jsonPath().getString("code")).isEqualTo("type_mismatch");
    }

    @Test
    @DisplayName("D95: another bucket's events and other events are ignored")
    void otherEvents() {
        var id = alice.startAndSend(PNG, PICTURE).getString("id");
        var key = "incoming/" + id;
        assertTaken(Hook.post(Messages.s3("another-bucket", key)), 0, 1);
        assertTaken(Hook.post(Messages.eventBridge(BUCKET + "2", key)), 0, 1);
        assertTaken(
                Hook.post(Messages.records("aws:s3", "ObjectRemoved:Delete", BUCKET, key)), 0, 1);
        assertTaken(Hook.post(Messages.TEST_EVENT), 0, 1);
        assertTaken(Hook.post("{\"Records\": []}"), 0, 0);
        assertTaken(Hook.post("{\"something\": \"else\"}"), 0, 1);
        assertThat(alice.show(id).getString("state")).isEqualTo("pending");
    }

    /// Does at once what the queue does in its time; twice, because every job may run twice.
    private void finishNow(String id) {
        var job =
                jobs.stream()
                        .filter(each -> each.name().equals(FinishInBackground.NAME))
                        .findFirst()
                        .orElseThrow();
        job.run(id, 1);
        job.run(id, 1);
    }

    private String stateAfterAll(String id) {
        return alice.processed(id).getString("state");
    }

    private static void assertTaken(Hook.Answer answer, int accepted, int ignored) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"accepted\":%d,\"ignored\":%d}".formatted(accepted, ignored));
    }
}
