package dev.slipway.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.flow.Samples;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every call that a finish and the work after it make fails in every way: a picture that came
/// by a form.
@QuarkusTest
@TestProfile(OnFaultyS3.class)
class FinishingWhileTheStorageFailsTest extends WhileTheStorageFails {

    private static final byte[] PICTURE = Samples.png(40, 30);
    private static final Map<String, String> PNG =
            Map.of(
                    "file_name", "picture.png",
                    "file_type", "image/png",
                    "profile", "phone",
                    "checksum_sha256", Base64.getEncoder().encodeToString(sha256(PICTURE)));

    @Inject ObjectStore store;

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
        return atOnce(Combination.blips(steps()), this::upload);
    }

    @TestFactory
    @Order(2)
    @DisplayName("D137 D138: an outage at any call leaves nothing that a repetition does not mend")
    Stream<DynamicTest> failingForLonger() {
        return atOnce(Combination.outages(steps()), this::upload);
    }

    private void upload(Combination combination) {
        var started = alice.startAndSend(PNG, PICTURE);
        var id = started.getString("id");
        finish(id, PICTURE, combination);
        assertReady(alice.processed(id));
        assertThat(store.find(new ObjectKey(started.getString("key")))).isEmpty();
    }

    private static void assertReady(JsonPath file) {
        assertThat(file.getString("processing.state")).isEqualTo("ready");
        assertThat(file.getList("variants.state")).hasSize(2).containsOnly("ready");
        assertThat(file.getList("variants.url", String.class))
                .allSatisfy(url -> assertThat(get(url)).startsWith(0x89, 'P', 'N', 'G'));
    }

    /// The calls of a finish that nothing hinders and of the work after it, in order.
    private List<String> steps() {
        var id = alice.startAndSend(PNG, PICTURE).getString("id");
        alice.finish(id);
        alice.processed(id);
        storage.awaitEffect(deletion(id), PATIENCE);
        return steps(id);
    }
}
