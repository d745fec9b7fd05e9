package dev.slipway.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.slipway.flow.Api;
import dev.slipway.flow.FormPost;
import dev.slipway.flow.Samples;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;

/// Every call that a finish and the work after it make fails in turn, in every way. Each
/// combination has an upload of its own, so that they run at once: most of the time is waiting.
@QuarkusTest
@TestProfile(OnFaultyS3.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FinishingWhileTheStorageFailsTest {

    private static final int AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final byte[] PICTURE = Samples.png(40, 30);
    private static final Map<String, String> PNG =
            Map.of(
                    "file_name", "picture.png",
                    "file_type", "image/png",
                    "profile", "phone",
                    "checksum_sha256", Base64.getEncoder().encodeToString(sha256(PICTURE)));

    @Inject ObjectStore store;
    FaultyProxy storage;

    private Api alice;

    @BeforeEach
    void signIn() {
        alice = Api.as("alice", "user");
    }

    @Test
    @DisplayName("D137 D138: a start is unaffected by any outage: it makes no call")
    void starting() {
        try (var trap =
                storage.arm(call -> true, Fault.Turn.EVERY, Fault.Moment.BEFORE, Fault.CUT)) {
            alice.start(PNG);
            assertThat(trap.struck()).isZero();
        }
    }

    @Test
    @DisplayName("a finish and the work after it make these calls")
    void theSteps() {
        assertThat(steps())
                .startsWith("HEAD incoming")
                .anyMatch(step -> step.startsWith("GET incoming bytes=0-"))
                .anyMatch(step -> step.startsWith("COPY "))
                .anyMatch(step -> step.startsWith("GET ") && step.endsWith(".png"))
                .anyMatch(step -> step.startsWith("PUT w100-"))
                .anyMatch(step -> step.startsWith("PUT w200-"))
                .contains("DELETE incoming");
    }

    /// Before the outages: after enough of them the SDK stops to try again.
    @TestFactory
    @Order(1)
    @DisplayName("D137 D138: a call that fails once is tried again, and nobody notices")
    Stream<DynamicTest> failingOnce() {
        return atOnce(Combination.blips(steps()));
    }

    @TestFactory
    @Order(2)
    @DisplayName("D137 D138: an outage at any call leaves nothing that a repetition does not mend")
    Stream<DynamicTest> failingForLonger() {
        return atOnce(Combination.outages(steps()));
    }

    private Stream<DynamicTest> atOnce(List<Combination> combinations) {
        var threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory());
        var runs = new LinkedHashMap<String, Future<?>>();
        for (var combination : combinations) {
            runs.put(combination.toString(), threads.submit(() -> upload(combination)));
        }
        return runs.entrySet().stream()
                .map(run -> dynamicTest(run.getKey(), () -> end(run.getKey(), run.getValue())))
                .onClose(threads::shutdownNow);
    }

    private static void end(String name, Future<?> run) throws InterruptedException {
        try {
            run.get();
        } catch (ExecutionException e) {
            throw new AssertionError(name + ": " + e.getCause().getMessage(), e.getCause());
        }
    }

    private void upload(Combination combination) {
        var started = alice.startAndSend(PNG, PICTURE);
        var id = started.getString("id");
        try (var trap =
                storage.arm(
                        combination.calls(id),
                        combination.turn(),
                        combination.moment(),
                        combination.fault())) {
            var status = tryFinish(id);
            if (combination.isHealedByARetry()) {
                assertThat(status).isEqualTo(200);
            }
            trap.awaitStrike(PATIENCE);
        }
        var file = alice.finish(id);
        assertThat(sha256(get(file.getString("url")))).isEqualTo(sha256(PICTURE));
        assertThat(alice.finish(id).getString("upload_finished_at"))
                .isEqualTo(file.getString("upload_finished_at"));
        assertReady(alice.processed(id));
        assertNothingIsLeft(id, started.getString("key"));
    }

    /// The status, after a look at the row: nothing is half-recorded.
    private int tryFinish(String id) {
        var answer = alice.tryFinish(id);
        var state = alice.show(id).getString("state");
        if (answer.statusCode() == 200) {
            assertThat(state).isEqualTo("finished");
        } else {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.jsonPath().getString("code")).isEqualTo("storage_unavailable");
            assertThat(state).isEqualTo("pending");
        }
        return answer.statusCode();
    }

    private static void assertReady(JsonPath file) {
        assertThat(file.getString("processing.state")).isEqualTo("ready");
        assertThat(file.getList("variants.state")).hasSize(2).containsOnly("ready");
        assertThat(file.getList("variants.url", String.class))
                .allSatisfy(url -> assertThat(get(url)).startsWith(0x89, 'P', 'N', 'G'));
    }

    private void assertNothingIsLeft(String id, String key) {
        storage.awaitEffect(deletion(id), PATIENCE);
        assertThat(store.find(new ObjectKey(key))).isEmpty();
    }

    private static Predicate<Call> deletion(String id) {
        return call -> call.operation().equals("DELETE") && call.isAbout(id);
    }

    /// The calls of a finish that nothing hinders and of the work after it, in order.
    private List<String> steps() {
        var started = alice.startAndSend(PNG, PICTURE);
        var id = started.getString("id");
        alice.finish(id);
        alice.processed(id);
        storage.awaitEffect(deletion(id), PATIENCE);
        return storage.calls().stream()
                .filter(call -> call.isAbout(id))
                .map(call -> Combination.step(call, id))
                .distinct()
                .toList();
    }

    private static byte[] get(String url) {
        var answer = FormPost.get(url);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
