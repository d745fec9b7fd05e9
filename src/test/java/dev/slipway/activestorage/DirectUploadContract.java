package dev.slipway.activestorage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.flow.Api;
import dev.slipway.flow.FormPost;
import dev.slipway.flow.Samples;
import dev.slipway.lifecycle.Reaping;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What `new DirectUpload(file, url, delegate, customHeaders).create(…)` sends and reads.
@DisplayName("D22, D46: an unmodified DirectUpload of Active Storage")
abstract class DirectUploadContract {

    private static final byte[] PICTURE = Samples.png(60, 40);

    @Inject Reaping reaping;

    private Api alice;

    @BeforeEach
    void signIn() {
        alice = Api.as("alice", "user");
    }

    @Test
    void putsTheBytesWithTheHeadersThatItGets() {
        var created = create(blob(Map.of()));
        assertThat(created.getMap("").keySet())
                .containsExactlyInAnyOrder(
                        "id",
                        "key",
                        "filename",
                        "content_type",
                        "metadata",
                        "byte_size",
                        "checksum",
                        "created_at",
                        "signed_id",
                        "direct_upload");
        assertThat(created.getString("filename")).isEqualTo("picture.png");
        assertThat(created.getInt("byte_size")).isEqualTo(PICTURE.length);
        assertThat(created.getString("checksum")).isEqualTo(md5(PICTURE));
        assertThat(headers(created))
                .containsEntry("Content-Type", "image/png")
                .containsEntry("Content-MD5", md5(PICTURE))
                .doesNotContainKeys("Content-Length", "Host");

        assertThat(put(created, PICTURE)).isEqualTo(200);

        var file = alice.finish(created.getString("signed_id"));
        assertThat(file.getString("state")).isEqualTo("finished");
        assertThat(file.getString("original_file_name")).isEqualTo("picture.png");
        assertThat(FormPost.get(file.getString("url")).body()).isEqualTo(PICTURE);
    }

    @Test
    void isRefusedByTheStorageWithOtherBytes() {
        var created = create(blob(Map.of()));
        var other = PICTURE.clone();
        other[50]++;

        assertThat(put(created, other)).isEqualTo(400);
        assertThat(put(created, Arrays.copyOf(PICTURE, 10))).isIn(400, 403);
        assertThat(alice.tryFinish(created.getString("id")).statusCode()).isEqualTo(409);
    }

    @Test
    @DisplayName("D95: that nobody finishes: the reaper makes a file of what has come")
    void isFinishedByTheReaper() {
        var created = create(blob(Map.of()));
        put(created, PICTURE);

        reaping.abandon(created.getString("id"));
        reaping.reap(created.getString("id"));

        assertThat(alice.show(created.getString("id")).getString("state")).isEqualTo("finished");
    }

    @Test
    void putsALargeFileInOnePieceToTheProfileOfTheAddress() {
        var film = Map.<String, Object>of("byte_size", 6_000_000, "content_type", "text/plain");
        var created = tryCreate("?profile=film", blob(film));

        assertThat(created.statusCode()).as(created.asString()).isEqualTo(200);
        var id = created.jsonPath().getString("id");
        assertThat(alice.show(id).getString("profile")).isEqualTo("film");
    }

    @Test
    void isToldWhyItIsRefused() {
        assertRefused(blob(Map.of("byte_size", 99_999_999)), 413, "too_large");
        assertRefused(blob(Map.of("byte_size", 0)), 422, "empty_file");
        assertRefused(blob(Map.of("checksum", "none")), 422, "invalid_checksum");
        assertRefused(blob(Map.of("content_type", "x/y")), 422, "type_not_allowed");
        assertRefused(blob(Map.of("filename", "a/b")), 422, "invalid_file_name");
        assertRefused(Map.of("filename", "a.png"), 422, "file_size_required");
        assertRefused(blob(Map.of("byte_size", "5")), 400, "malformed_request");
        var empty = alice.request().contentType(ContentType.JSON).body("{}").post(path(""));
        assertThat(empty.statusCode()).isEqualTo(400);
        given().contentType(ContentType.JSON).body("{}").post(path("")).then().statusCode(401);
    }

    private void assertRefused(Map<String, Object> blob, int status, String code) {
        var refused = tryCreate("", blob);
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(status);
        assertThat(refused.jsonPath().getString("code")).isEqualTo(code);
    }

    private JsonPath create(Map<String, Object> blob) {
        var created = tryCreate("", blob);
        assertThat(created.statusCode()).as(created.asString()).isEqualTo(200);
        return created.jsonPath();
    }

    private Response tryCreate(String query, Map<String, Object> blob) {
        return alice.request()
                .contentType(ContentType.JSON)
                .accept(ContentType.JSON)
                .header("X-Requested-With", "XMLHttpRequest")
                .body(Map.of("blob", blob))
                .post(path(query));
    }

    private static Map<String, Object> blob(Map<String, Object> other) {
        var blob = new HashMap<String, Object>();
        blob.put("filename", "picture.png");
        blob.put("content_type", "image/png");
        blob.put("byte_size", PICTURE.length);
        blob.put("checksum", md5(PICTURE));
        blob.putAll(other);
        return blob;
    }

    private static int put(JsonPath created, byte[] bytes) {
        return FormPost.put(created.getString("direct_upload.url"), headers(created), bytes)
                .statusCode();
    }

    private static Map<String, String> headers(JsonPath created) {
        return created.getMap("direct_upload.headers");
    }

    private static String path(String query) {
        return "/rails/active_storage/direct_uploads" + query;
    }

    private static String md5(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
