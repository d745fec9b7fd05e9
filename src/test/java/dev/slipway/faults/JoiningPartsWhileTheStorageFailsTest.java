package dev.slipway.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.flow.Parts;
import dev.slipway.flow.Samples;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every call about an upload in parts: what begins it, what lists and joins its parts, what
/// makes it a file, and what removes it.
@QuarkusTest
@TestProfile(OnFaultyS3.class)
class JoiningPartsWhileTheStorageFailsTest extends WhileTheStorageFails {

    private static final byte[] TEXT = Samples.text(1000);
    private static final int PART = 5 << 20;
    private static final byte[] FILM = Samples.text(PART + 1000);

    @Test
    @DisplayName("an upload in parts makes these calls")
    void theSteps() {
        var parts = bring();
        alice.finish(parts.id);
        storage.awaitEffect(deletion(parts.id), PATIENCE);
        assertThat(steps(parts.id))
                .containsSubsequence(
                        "CREATE incoming",
                        "PARTS incoming",
                        "PART incoming",
                        "COMPLETE incoming",
                        "HEAD incoming")
                .anyMatch(step -> step.startsWith("COPY "))
                .contains("DELETE incoming");
    }

    @TestFactory
    @Order(1)
    @DisplayName("D137 D138: parts are joined although a call fails once")
    Stream<DynamicTest> failingOnce() {
        var calls = List.of("PARTS incoming", "COMPLETE incoming");
        return atOnce(Combination.blips(calls), each -> finish(bring().id, TEXT, each));
    }

    @TestFactory
    @Order(2)
    @DisplayName("D137 D138: an outage while parts are listed and joined, effective or not")
    Stream<DynamicTest> joining() {
        var all = new ArrayList<>(Combination.outages(List.of("COMPLETE incoming")));
        all.addAll(Combination.fewOutages(List.of("PARTS incoming")));
        return atOnce(all, each -> finish(bring().id, TEXT, each));
    }

    @TestFactory
    @Order(2)
    @DisplayName("D137 D138: an outage after the parts are joined")
    Stream<DynamicTest> finishing() {
        var parts = bring();
        alice.finish(parts.id);
        var calls = steps(parts.id).stream().filter(step -> step.matches("(HEAD|GET|COPY) .*"));
        return atOnce(
                Combination.fewOutages(calls.toList()), each -> finish(bring().id, TEXT, each));
    }

    @Test
    @Order(2)
    @DisplayName("D137 D138: several parts were joined, but the answer was lost: it is a file")
    void theAnswerIsLost() {
        var parts =
                Parts.of(
                        alice,
                        alice.start(
                                Map.of(
                                        "file_name", "film.txt",
                                        "file_type", "text/plain",
                                        "file_size", FILM.length,
                                        "profile", "film")));
        parts.bringAll(FILM, PART);
        var lost =
                new Combination(
                        "COMPLETE incoming", Fault.CUT, Fault.Moment.AFTER, Fault.Turn.EVERY);
        assertThat(finish(parts.id, FILM, lost).getString("state")).isEqualTo("finished");
    }

    @TestFactory
    @Order(2)
    @DisplayName("D137 D138: an outage while parts are signed: they are when it is over")
    Stream<DynamicTest> signing() {
        var calls = List.of("CREATE incoming", "PARTS incoming");
        return atOnce(Combination.fewOutages(calls), this::sign);
    }

    @TestFactory
    @Order(2)
    @DisplayName("D137 D138: an outage while an upload in parts is removed: it goes all the same")
    Stream<DynamicTest> aborting() {
        var calls = List.of("ABORT incoming", "LIST", "DELETE incoming");
        return atOnce(Combination.fewOutages(calls), this::abort);
    }

    private void sign(Combination combination) {
        var parts = begin();
        try (var trap = arm(combination, parts.id)) {
            assertUnavailable(parts.trySign(1), "error");
            trap.awaitStrike(PATIENCE);
        }
        assertThat(parts.list().getList("$")).isEmpty();
        parts.bring(1, TEXT);
        assertThat(parts.list().getList("PartNumber")).containsExactly(1);
        alice.finish(parts.id);
        storage.awaitEffect(deletion(parts.id), PATIENCE);
    }

    private void abort(Combination combination) {
        var parts = bring();
        try (var trap = arm(combination, parts.id)) {
            assertThat(parts.abort().statusCode()).isEqualTo(200);
            trap.awaitStrike(PATIENCE);
        }
        storage.awaitEffect(deletion(parts.id), PATIENCE);
        assertThat(alice.tryFinish(parts.id).statusCode()).isEqualTo(410);
    }

    private Parts bring() {
        return SmallParts.bring(alice, TEXT);
    }

    private Parts begin() {
        return SmallParts.begin(alice, TEXT.length);
    }
}
