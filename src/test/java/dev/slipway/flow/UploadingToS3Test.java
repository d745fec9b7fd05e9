package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnS3.class)
@DisplayName("D28 D30 D126: the same client, the same tests, a real S3 server")
class UploadingToS3Test extends UploadingContract {

    @Test
    @DisplayName("D17: metadata goes with the promoted object, percent-encoded")
    void metadataGoesWithTheObject() {
        var alice = Api.as("alice", "user");
        var metadata = Map.of("title", "Fähre 渡し船", "album", "2026");
        var started =
                alice.startAndSend(
                        Map.of("file_name", "a.png", "metadata", metadata), Samples.png(9, 9));
        var file = alice.finish(started.getString("id"));
        assertThat(file.getMap("metadata")).isEqualTo(metadata);
        var headers = FormPost.get(file.getString("url")).headers();
        assertThat(headers.firstValue("x-amz-meta-album")).hasValue("2026");
        assertThat(headers.firstValue("x-amz-meta-title"))
                .hasValue("F%C3%A4hre%20%E6%B8%A1%E3%81%97%E8%88%B9");
    }
}
