package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The main job where uploads come by PUT: a client that follows `method` needs to know nothing
/// else.
abstract class UploadingByPutContract {

    private static final byte[] PICTURE = Samples.png(320, 200);

    private Api alice;

    @BeforeEach
    void signIn() {
        alice = Api.as("alice", "user");
    }

    @Test
    @DisplayName("D17 D20 D22: start answers a PUT, and finish works as with a form")
    void aFileComesByPut() {
        var started = start(Map.of("metadata", Map.of("title", "Ü 1+1")));
        assertThat(started.getString("method")).isEqualTo("PUT");
        assertThat(started.getMap("fields")).isNull();
        assertThat(started.getMap("headers"))
                .containsEntry("Content-Type", "image/png")
                .containsEntry("x-amz-meta-title", "%C3%9C%201%2B1")
                .doesNotContainKeys("Content-Length", "Host");

        assertThat(send(started, PICTURE).statusCode()).isEqualTo(200);

        var file = alice.finish(started.getString("id"));
        assertThat(FormPost.get(file.getString("url")).body()).isEqualTo(PICTURE);
        assertThat(alice.processed(started.getString("id")).getString("processing.state"))
                .isEqualTo("ready");
        assertThat(alice.finish(started.getString("id")).getString("upload_finished_at"))
                .isEqualTo(file.getString("upload_finished_at"));
    }

    @Test
    @DisplayName("D20: a PUT is signed for one size, so the size must be declared")
    void theSizeMustBeDeclared() {
        var refused = alice.tryStart(Map.of("file_name", "a.png", "file_type", "image/png"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("file_size_required");
        var started = start(Map.of());
        assertThat(send(started, Arrays.copyOf(PICTURE, PICTURE.length + 1)).statusCode())
                .isIn(400, 403);
        assertThat(alice.tryFinish(started.getString("id")).statusCode()).isEqualTo(409);
    }

    @Test
    @DisplayName("D12: a renewed upload comes by PUT, too")
    void aRenewedUploadComesByPut() {
        var id = start(Map.of()).getString("id");
        var renewed =
                alice.request()
                        .post("/api/files/" + id + "/renew")
                        .then()
                        .statusCode(200)
                        .extract();
        assertThat(send(renewed.jsonPath(), PICTURE).statusCode()).isEqualTo(200);
        assertThat(alice.finish(id).getString("state")).isEqualTo("finished");
    }

    @Test
    @DisplayName("D50: what came by PUT is judged as anything else")
    void bytesThatCameByPutAreJudged() {
        var html = Arrays.copyOf("<!doctype html><script>".getBytes(), PICTURE.length);
        Arrays.fill(html, 23, html.length, (byte) ' ');
        var started = start(Map.of());
        assertThat(send(started, html).statusCode()).isEqualTo(200);
        assertThat(alice.tryFinish(started.getString("id")).jsonPath().getString("code"))
                .isEqualTo("type_mismatch");
    }

    private JsonPath start(Map<String, ?> more) {
        var body = new HashMap<String, Object>(more);
        body.put("file_name", "picture.png");
        body.put("file_type", "image/png");
        body.put("file_size", PICTURE.length);
        return alice.start(body);
    }

    protected static HttpResponse<String> send(JsonPath started, byte[] bytes) {
        return FormPost.put(started.getString("url"), started.getMap("headers"), bytes);
    }
}
