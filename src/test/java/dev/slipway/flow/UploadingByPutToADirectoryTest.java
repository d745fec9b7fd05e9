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
@TestProfile(UploadingByPutToADirectoryTest.ByPut.class)
class UploadingByPutToADirectoryTest extends UploadingByPutContract {

    /// A directory that plays a provider without forms.
    public static final class ByPut implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("slipway.local.method", "put");
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
    @DisplayName("D53: a second PUT answers 412, which says that the bytes are there")
    void theFirstPutStays() {
        var alice = Api.as("alice", "user");
        var text = "first".getBytes();
        var started =
                alice.start(
                        Map.of("file_name", "a.txt", "file_type", "text/plain", "file_size", 5));
        assertThat(send(started, text).statusCode()).isEqualTo(200);
        var again = send(started, "other".getBytes());
        assertThat(again.statusCode()).isEqualTo(412);
        assertThat(again.body()).contains("<Code>PreconditionFailed</Code>");
        var file = alice.finish(started.getString("id"));
        assertThat(FormPost.get(file.getString("url")).body()).isEqualTo(text);
    }
}
