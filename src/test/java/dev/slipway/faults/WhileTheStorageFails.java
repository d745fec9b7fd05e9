package dev.slipway.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.slipway.flow.Api;
import dev.slipway.flow.FormPost;
import dev.slipway.reconcile.Audit;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// Calls fail in turn, in many ways. Each combination has an upload of its own, so that they run
/// at once: most of the time is waiting. When all of that is over, reconcile is the judge.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class WhileTheStorageFails {

    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int AT_ONCE = 16;

    @Inject Audit audit;
    FaultyProxy storage;

    Api alice;

    @BeforeEach
    void signIn() {
        alice = Api.as("alice", "user");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    @DisplayName("D137 D138: after all of that reconcile finds nothing to report")
    void theBooksAreInOrder() {
        storage.awaitQuiet(PATIENCE);
        audit.findsNothing();
    }

    static Stream<DynamicTest> atOnce(List<Combination> all, Consumer<Combination> test) {
        var threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory());
        var runs = new LinkedHashMap<String, Future<?>>();
        for (var each : all) {
            runs.put(each.toString(), threads.submit(() -> test.accept(each)));
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

    Trap arm(Combination combination, String id) {
        return storage.arm(
                combination.calls(id),
                combination.turn(),
                combination.moment(),
                combination.fault());
    }

    /// Finishes while this fails, and again when nothing fails any more. What is asked for may
    /// have been done the first time.
    ///
    /// @return the file, which has these bytes
    JsonPath finish(String id, byte[] bytes, Combination combination) {
        try (var trap = arm(combination, id)) {
            var status = tryFinish(id);
            if (combination.isHealedByARetry()) {
                assertThat(status).isEqualTo(200);
            }
            trap.awaitStrike(PATIENCE);
        }
        var file = alice.finish(id);
        assertThat(sha256(get(file.getString("url")))).isEqualTo(sha256(bytes));
        assertThat(alice.finish(id).getString("upload_finished_at"))
                .isEqualTo(file.getString("upload_finished_at"));
        storage.awaitEffect(deletion(id), PATIENCE);
        return file;
    }

    /// The status, after a look at the row: nothing is half-recorded.
    private int tryFinish(String id) {
        var answer = alice.tryFinish(id);
        var state = alice.show(id).getString("state");
        if (answer.statusCode() == 200) {
            assertThat(state).isEqualTo("finished");
        } else {
            assertUnavailable(answer, "code");
            assertThat(state).isEqualTo("pending");
        }
        return answer.statusCode();
    }

    static void assertUnavailable(Response answer, String member) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.jsonPath().getString(member)).isEqualTo("storage_unavailable");
    }

    static Predicate<Call> deletion(String id) {
        return call -> call.operation().equals("DELETE") && call.isAbout(id);
    }

    /// The calls about this upload so far, in order.
    List<String> steps(String id) {
        return storage.calls().stream()
                .filter(call -> call.isAbout(id))
                .map(call -> Combination.step(call, id))
                .distinct()
                .toList();
    }

    static byte[] get(String url) {
        var answer = FormPost.get(url);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
