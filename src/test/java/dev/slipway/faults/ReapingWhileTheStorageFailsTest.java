package dev.slipway.faults;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.flow.Rows;
import dev.slipway.flow.Samples;
import dev.slipway.lifecycle.Reaping;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What ends without a client: uploads whose tab was closed, those that never came, and those
/// that are cancelled or deleted.
@QuarkusTest
@TestProfile(OnFaultyS3.class)
class ReapingWhileTheStorageFailsTest extends WhileTheStorageFails {

    private static final byte[] TEXT = Samples.text(1000);
    private static final Map<String, String> START =
            Map.of("file_name", "text.txt", "file_type", "text/plain", "profile", "summed");
    private static final Queue<String> CAME = new ConcurrentLinkedQueue<>();
    private static final Queue<String> NEVER_CAME = new ConcurrentLinkedQueue<>();

    @Inject Reaping reaping;
    @Inject Rows rows;

    @TestFactory
    @Order(1)
    @DisplayName("D137 D138: the reaper leaves an upload alone while a call about it fails")
    Stream<DynamicTest> aClosedTab() {
        var id = bring();
        alice.finish(id);
        var calls = steps(id).stream().filter(step -> step.matches("(HEAD|GET|COPY) .*")).toList();
        var joining = List.of("PARTS incoming", "COMPLETE incoming");
        return Stream.concat(
                atOnce(Combination.fewOutages(calls), each -> reap(bring(), each, CAME)),
                atOnce(
                        Combination.fewOutages(joining),
                        each -> reap(SmallParts.bring(alice, TEXT).id, each, CAME)));
    }

    @TestFactory
    @Order(1)
    @DisplayName("D137 D138: nor does it throw away what it could not look for")
    Stream<DynamicTest> nothingCame() {
        return Stream.concat(
                atOnce(
                        Combination.fewOutages(List.of("HEAD incoming")),
                        each -> reap(alice.start(START).getString("id"), each, NEVER_CAME)),
                atOnce(
                        Combination.fewOutages(List.of("PARTS incoming")),
                        each -> reap(signedParts(), each, NEVER_CAME)));
    }

    @Test
    @Order(2)
    @DisplayName("D137 D138: the next time what came is finished and what did not has expired")
    void theNextTime() {
        reaping.reapAll();
        assertThat(CAME)
                .isNotEmpty()
                .allSatisfy(
                        id -> {
                            var file = alice.show(id);
                            assertThat(file.getString("state")).isEqualTo("finished");
                            assertThat(get(file.getString("url"))).isEqualTo(TEXT);
                            storage.awaitEffect(deletion(id), PATIENCE);
                        });
        assertThat(NEVER_CAME).isNotEmpty().allSatisfy(id -> assertEnded(id, "expired"));
    }

    @TestFactory
    @Order(3)
    @DisplayName("D137 D138: a cancelled upload goes although its removal fails at first")
    Stream<DynamicTest> cancelling() {
        return atOnce(
                Combination.fewOutages(List.of("LIST", "DELETE incoming")),
                each -> delete(bring(), each));
    }

    @TestFactory
    @Order(3)
    @DisplayName("D137 D138: so does a deleted file")
    Stream<DynamicTest> deleting() {
        var id = finished();
        var deletion = "DELETE " + etag(id);
        return atOnce(
                Combination.fewOutages(List.of("LIST", deletion)),
                each -> delete(finished(), each));
    }

    @TestFactory
    @Order(3)
    @DisplayName("D137 D138: an upload that is cancelled while its copy is held is no file")
    Stream<DynamicTest> cancellingDuringTheCopy() {
        var copy = "COPY " + etag(finished());
        return atOnce(Combination.held(copy), each -> deleteDuringAFinish(bring(), each));
    }

    private void reap(String id, Combination combination, Queue<String> reaped) {
        reaped.add(id);
        reaping.abandon(id);
        try (var trap = arm(combination, id)) {
            assertThat(reaping.reap(id)).isFalse();
            assertThat(trap.struck()).isPositive();
        }
        assertThat(alice.show(id).getString("state")).isEqualTo("pending");
    }

    private void delete(String id, Combination combination) {
        try (var trap = arm(combination, id)) {
            alice.delete(id).then().statusCode(204);
            trap.awaitStrike(PATIENCE);
        }
        assertEnded(id, "deleted");
    }

    /// What is copied is there only when its removal has listed what there is.
    private void deleteDuringAFinish(String id, Combination held) {
        try (var removal =
                storage.arm(deletion(id), Fault.Turn.EVERY, Fault.Moment.BEFORE, Fault.TIME_OUT)) {
            CompletableFuture<Response> finish;
            try (var copy = arm(held, id)) {
                finish = supplyAsync(() -> alice.tryFinish(id), Thread::startVirtualThread);
                copy.awaitStrike(PATIENCE);
                alice.delete(id).then().statusCode(204);
                removal.awaitStrike(PATIENCE);
            }
            assertThat(finish.join().statusCode()).isIn(410, 503);
        }
        assertThat(alice.tryFinish(id).statusCode()).isEqualTo(410);
        assertEnded(id, "deleted");
    }

    private void assertEnded(String id, String state) {
        storage.awaitEffect(deletion(id), PATIENCE);
        assertThat(rows.text("select state from file where id = ?::uuid", id)).isEqualTo(state);
    }

    private String finished() {
        var id = bring();
        alice.finish(id);
        return id;
    }

    /// The name of its object.
    private String etag(String id) {
        var key = rows.text("select object_key from file where id = ?::uuid", id);
        return key.substring(key.lastIndexOf('/') + 1);
    }

    /// The storage knows of it, and nothing has come.
    private String signedParts() {
        var parts = SmallParts.begin(alice, TEXT.length);
        parts.sign(1);
        return parts.id;
    }

    private String bring() {
        return alice.startAndSend(START, TEXT).getString("id");
    }
}
