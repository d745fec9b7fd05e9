package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.lifecycle.Reaping;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Uppy with `shouldUseMultipart: false`: the same on every storage that takes forms.
@DisplayName("D25: an unmodified Uppy that knows no parts")
abstract class UppyInOnePieceContract {

    private static final byte[] PICTURE = Samples.png(60, 40);

    @Inject Reaping reaping;

    private Api alice;

    @BeforeEach
    void signIn() {
        alice = Api.as("alice", "user");
    }

    @Test
    void getsAFormAndFinishesByItsKey() {
        var answer = tryParams(Map.of("filename", "Ü 1.png", "type", "image/png"));
        var params = ok(answer);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(params.getMap("").keySet())
                .containsExactlyInAnyOrder("method", "url", "fields", "expires");
        assertThat(params.getString("method")).isEqualTo("POST");
        assertThat(params.getInt("expires")).isBetween(890, 900);

        Api.send(params, PICTURE);

        var finished = finish(params.getString("fields.key"));
        assertThat(finished.getString("state")).isEqualTo("finished");
        assertThat(finished.getString("original_file_name")).isEqualTo("Ü 1.png");
        assertThat(FormPost.get(finished.getString("url")).body()).isEqualTo(PICTURE);
    }

    @Test
    void choosesProfileAndSizeAndKeepsTheRest() {
        var params =
                ok(
                        tryParams(
                                Map.of(
                                        "filename", "a.png",
                                        "type", "image/png",
                                        "metadata[profile]", "phone",
                                        "metadata[size]", String.valueOf(PICTURE.length),
                                        "metadata[title]", "Übung",
                                        "metadata[relativePath]", "a/b")));
        var larger = FormPost.send(params.getString("url"), params.getMap("fields"), twice());
        assertThat(larger.body()).contains("EntityTooLarge");
        Api.send(params, PICTURE);

        var finished = finish(params.getString("fields.key"));

        assertThat(finished.getString("profile")).isEqualTo("phone");
        assertThat(finished.getMap("metadata")).isEqualTo(Map.of("title", "Übung"));
    }

    @Test
    @DisplayName("D95: that never calls finish: the reaper makes a file of what has come")
    void isFinishedByTheReaper() {
        var params = ok(tryParams(Map.of("filename", "a.png", "type", "image/png")));
        var id = params.getString("fields.key").replace("incoming/", "");
        Api.send(params, PICTURE);
        assertThat(alice.show(id).getString("state")).isEqualTo("pending");

        reaping.abandon(id);
        assertThat(reaping.reap(id)).isTrue();

        var file = alice.show(id);
        assertThat(file.getString("state")).isEqualTo("finished");
        assertThat(FormPost.get(file.getString("url")).body()).isEqualTo(PICTURE);
    }

    @Test
    void getsAFormAboveTheThresholdOfPartsToo() {
        var params =
                ok(
                        tryParams(
                                Map.of(
                                        "filename", "film.txt",
                                        "type", "text/plain",
                                        "metadata[profile]", "film",
                                        "metadata[size]", "6000000")));
        assertThat(params.getString("method")).isEqualTo("POST");
    }

    @Test
    void isToldWhyItIsRefused() {
        assertRefused(Map.of("type", "image/png"), 422, "invalid_file_name");
        assertRefused(Map.of("filename", "a.exe", "type", "x/y"), 422, "type_not_allowed");
        assertRefused(
                Map.of("filename", "a.png", "metadata[profile]", "none"), 404, "unknown_profile");
        assertRefused(
                Map.of("filename", "a.png", "metadata[size]", "many"), 400, "malformed_request");
        assertRefused(Map.of("filename", "a.png", "metadata[size]", "99999999"), 413, "too_large");
    }

    private void assertRefused(Map<String, String> query, int status, String error) {
        var refused = tryParams(query);
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.jsonPath().getMap("")).containsOnlyKeys("error", "message");
        assertThat(refused.jsonPath().getString("error")).isEqualTo(error);
    }

    private Response tryParams(Map<String, String> query) {
        return alice.request().queryParams(query).get("/uppy/s3/params");
    }

    private JsonPath finish(String key) {
        return ok(
                alice.request()
                        .contentType(ContentType.JSON)
                        .body(Map.of("key", key))
                        .post("/api/files/upload/direct/finish"));
    }

    private static JsonPath ok(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    private static byte[] twice() {
        return Arrays.copyOf(PICTURE, 2 * PICTURE.length);
    }
}
