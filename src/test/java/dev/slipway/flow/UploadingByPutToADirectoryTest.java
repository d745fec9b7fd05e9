package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ByPut.class)
class UploadingByPutToADirectoryTest extends UploadingByPutContract {

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
