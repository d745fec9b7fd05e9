package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.job.Job;
import dev.slipway.problem.Refusal;
import dev.slipway.upload.FinishInBackground;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(StorageIsDownTest.NobodyListens.class)
class FinishingWithoutAClientTest {

    private static final Job.Outcome DONE = new Job.Outcome.Done();

    @Inject FinishInBackground finishInBackground;

    @Test
    @DisplayName("D95: while the storage is down, the work is tried again and changes nothing")
    void isTriedAgainWhileTheStorageIsDown() {
        var alice = Api.as("alice", "user");
        var id = alice.start(Map.of("file_name", "a.png")).getString("id");
        assertThatThrownBy(() -> finishInBackground.run(id, 1))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("storage_unavailable");
        assertThat(alice.show(id).getString("state")).isEqualTo("pending");
    }

    @Test
    @DisplayName("D95: what is no upload, or one that has ended, is no work")
    void isDoneWithWhatHasEnded() {
        var alice = Api.as("alice", "user");
        var cancelled = alice.start(Map.of("file_name", "a.png")).getString("id");
        alice.delete(cancelled).then().statusCode(204);
        assertThat(finishInBackground.run(cancelled, 1)).isEqualTo(DONE);
        assertThat(finishInBackground.run("0199aaaa-0000-7000-8000-000000000000", 1))
                .isEqualTo(DONE);
        assertThat(finishInBackground.run("nonsense", 1)).isEqualTo(DONE);
    }
}
