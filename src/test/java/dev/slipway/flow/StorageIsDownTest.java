package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(StorageIsDownTest.NobodyListens.class)
class StorageIsDownTest {

    /// An S3 that refuses every connection.
    public static final class NobodyListens implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "slipway.storage", "s3",
                    "slipway.reconcile.marker", "true",
                    "slipway.s3.bucket", "nowhere",
                    "quarkus.s3.endpoint-override", "http://127.0.0.1:1",
                    "quarkus.s3.path-style-access", "true",
                    "quarkus.s3.aws.region", "eu-central-1",
                    "quarkus.s3.aws.credentials.type", "static",
                    "quarkus.s3.aws.credentials.static-provider.access-key-id", "key",
                    "quarkus.s3.aws.credentials.static-provider.secret-access-key", "secret");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(PostgresResource.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @Test
    @DisplayName("D90: a server starts while its storage does not say whose it is")
    void isNoReasonNotToStart() {
        assertThat(Api.as("alice", "user").request().get("/q/health/live").statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("D137 D138: a start needs no network call, so it works while the storage is down")
    void startingNeedsNoStorage() {
        var started = Api.as("alice", "user").start(Map.of("file_name", "a.png"));
        assertThat(started.getString("url")).isEqualTo("http://127.0.0.1:1/nowhere/");
        assertThat(started.getString("storage")).isEqualTo("s3");
    }

    @Test
    @DisplayName("a finish then changes nothing and says when to try again")
    void finishingSaysTryAgain() {
        var alice = Api.as("alice", "user");
        var id = alice.start(Map.of("file_name", "a.png")).getString("id");
        var refusal = alice.tryFinish(id);
        assertThat(refusal.statusCode()).isEqualTo(503);
        assertThat(refusal.jsonPath().getString("code")).isEqualTo("storage_unavailable");
        assertThat(refusal.header("Retry-After")).isNotNull();
        assertThat(alice.show(id).getString("state")).isEqualTo("pending");
    }
}
