package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import dev.slipway.scan.FakeClamdResource;
import dev.slipway.upload.FinishInBackground;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(VerifyingForLongTest.WithAScanner.class)
class VerifyingForLongTest {

    /// A scanner, and little patience.
    public static final class WithAScanner implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("slipway.finish.budget", "200ms");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(PostgresResource.class),
                    new TestResourceEntry(FakeClamdResource.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    private static final Map<String, String> TEXT =
            Map.of("file_name", "a.txt", "file_type", "text/plain");
    private static final byte[] HARMLESS = "harmless".getBytes(StandardCharsets.UTF_8);

    @Inject FinishInBackground finishInBackground;

    private Api alice;

    @BeforeEach
    void signIn() {
        alice = Api.as("alice", "user");
    }

    @AfterEach
    void repair() {
        FakeClamdResource.OUT_OF_ORDER.set(false);
        FakeClamdResource.busy().countDown();
    }

    @Test
    @DisplayName("D56: what the scanner finds never becomes a file")
    void infectedBytesAreRejected() {
        var id = alice.startAndSend(TEXT, FakeClamdResource.marker()).getString("id");
        var first = alice.tryFinish(id);
        assertThat(first.statusCode()).isEqualTo(422);
        assertThat(first.jsonPath().getString("code")).isEqualTo("infected");
        assertThat(first.jsonPath().getString("signature")).isEqualTo("Slipway.Test.Marker");
        assertThat(alice.tryFinish(id).body().asString()).isEqualTo(first.body().asString());
        assertThat(alice.show(id).getString("rejection.code")).isEqualTo("infected");
        assertThat(alice.upload("b.txt", "text/plain", HARMLESS).getString("state"))
                .isEqualTo("finished");
    }

    @Test
    @DisplayName("D56: while the scanner does not answer nothing moves, and finish can be repeated")
    void nothingPassesUnscanned() {
        FakeClamdResource.OUT_OF_ORDER.set(true);
        var id = alice.startAndSend(TEXT, HARMLESS).getString("id");
        var refused = alice.tryFinish(id);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("scanner_unavailable");
        assertThat(refused.header("Retry-After")).isNotNull();
        assertThat(alice.show(id).getString("state")).isEqualTo("pending");
        FakeClamdResource.OUT_OF_ORDER.set(false);
        assertThat(alice.finish(id).getString("state")).isEqualTo("finished");
    }

    @Test
    @DisplayName("D146: a finish that takes long answers 202, and a job sees to its end")
    void aLongFinishGoesOnAsAJob() {
        var busy = FakeClamdResource.busy();
        var id = alice.startAndSend(TEXT, HARMLESS).getString("id");
        var answer = alice.tryFinish(id);
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.jsonPath().getString("state")).isEqualTo("verifying");
        assertThat(answer.jsonPath().getBoolean("is_valid")).isFalse();
        assertThat(answer.jsonPath().getString("url")).isNull();
        assertThat(alice.tryFinish(id).statusCode()).isEqualTo(202);
        assertThat(alice.show(id).getString("state")).isEqualTo("verifying");
        busy.countDown();
        assertThat(alice.processed(id).getString("state")).isEqualTo("finished");
        assertThat(alice.finish(id).getBoolean("is_valid")).isTrue();
    }

    @Test
    @DisplayName("D146: a long verification that ends badly answers the reason afterwards")
    void aLongFinishMayEndRejected() {
        var busy = FakeClamdResource.busy();
        var id = alice.startAndSend(TEXT, FakeClamdResource.marker()).getString("id");
        assertThat(alice.tryFinish(id).statusCode()).isEqualTo(202);
        busy.countDown();
        assertThat(alice.processed(id).getString("state")).isEqualTo("rejected");
        assertThat(alice.tryFinish(id).jsonPath().getString("code")).isEqualTo("infected");
    }

    @Test
    @DisplayName("D146: an upload that is cancelled while it is verified never becomes a file")
    void cancellingWinsAgainstALongVerification() {
        var busy = FakeClamdResource.busy();
        var id = alice.startAndSend(TEXT, HARMLESS).getString("id");
        assertThat(alice.tryFinish(id).statusCode()).isEqualTo(202);
        assertThat(alice.delete(id).statusCode()).isEqualTo(204);
        busy.countDown();
        finishInBackground.run(id, 1);
        assertThat(alice.tryShow(id).statusCode()).isEqualTo(404);
        assertThat(alice.tryFinish(id).jsonPath().getString("code")).isEqualTo("upload_cancelled");
    }
}
