package dev.slipway.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.flow.FormPost;
import dev.slipway.flow.Samples;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What is different where uploads come by PUT and copies are made without a condition: the copy
/// itself is judged, and a failed finish may leave one that no row names.
@QuarkusTest
@TestProfile(OnFaultyLesserS3.class)
class FinishingAPutWhileTheStorageFailsTest extends WhileTheStorageFails {

    private static final byte[] TEXT = Samples.text(1000);
    private static final Map<String, Object> START =
            Map.of(
                    "file_name", "text.txt",
                    "file_type", "text/plain",
                    "file_size", TEXT.length,
                    "profile", "summed");

    @Test
    @DisplayName("a finish makes these calls")
    void theSteps() {
        assertThat(steps())
                .startsWith("PUT incoming", "HEAD incoming")
                .anyMatch(step -> step.matches("COPY .*-copy.txt"))
                .anyMatch(step -> step.matches("HEAD .*-copy.txt"))
                .anyMatch(step -> step.matches("GET .*-copy.txt .*"))
                .contains("DELETE incoming");
    }

    @TestFactory
    @DisplayName("D137 D138: an outage at any call of a finish of what came by PUT")
    Stream<DynamicTest> finishing() {
        var calls = steps().stream().filter(step -> !step.startsWith("PUT")).toList();
        return atOnce(Combination.fewOutages(calls), each -> finish(bring(), TEXT, each));
    }

    private String bring() {
        var started = alice.start(START);
        assertThat(started.getString("method")).isEqualTo("PUT");
        var sent = FormPost.put(started.getString("url"), started.getMap("headers"), TEXT);
        assertThat(sent.statusCode()).isEqualTo(200);
        return started.getString("id");
    }

    private List<String> steps() {
        var id = bring();
        alice.finish(id);
        storage.awaitEffect(deletion(id), PATIENCE);
        return steps(id).stream()
                .filter(step -> !step.startsWith("GET incoming bytes=0-0"))
                .toList();
    }
}
