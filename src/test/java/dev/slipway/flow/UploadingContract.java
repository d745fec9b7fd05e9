package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The main job, as a client sees it: the same on every storage.
abstract class UploadingContract {

    private static final byte[] PICTURE = Samples.png(640, 480);
    private static final Map<String, String> PNG =
            Map.of("file_name", "picture.png", "file_type", "image/png");

    private Api alice;

    @BeforeEach
    void signIn() {
        alice = Api.as("alice", "user");
    }

    @Test
    @DisplayName("D1 D2 D3 D4 D6 D18 D21 D79: start, form, finish, and the file is there")
    void aFileIsThereAfterStartFormAndFinish() {
        var started = alice.start(PNG);
        assertThat(started.getString("state")).isEqualTo("pending");
        assertThat(started.getString("method")).isEqualTo("POST");
        assertThat(started.getString("url")).startsWith("http");
        assertThat(started.getString("fields.key"))
                .isEqualTo("incoming/" + started.getString("id"))
                .isEqualTo(started.getString("key"));
        assertThat(started.getString("fields.'Content-Type'")).isEqualTo("image/png");

        var sent = FormPost.send(started.getString("url"), started.getMap("fields"), PICTURE);
        assertThat(sent.statusCode()).isEqualTo(204);
        assertThat(sent.headers().firstValue("ETag")).isPresent();

        var file = alice.finish(started.getString("id"));
        assertThat(file.getString("state")).isEqualTo("finished");
        assertThat(file.getBoolean("is_valid")).isTrue();
        assertThat(file.getInt("size")).isEqualTo(PICTURE.length);
        assertThat(file.getString("file_type")).isEqualTo("image/png");
        assertThat(file.getString("original_file_name")).isEqualTo("picture.png");
        assertThat(FormPost.get(file.getString("url")).body()).isEqualTo(PICTURE);
    }

    @Test
    @DisplayName("D57 D66 D68 D73: a picture gets its sizes in the background, never enlarged")
    void aPictureGetsItsSizes() {
        var id = alice.upload("picture.png", "image/png", PICTURE).getString("id");
        var file = alice.processed(id);
        assertThat(file.getString("processing.state")).isEqualTo("ready");
        assertThat(file.getInt("width")).isEqualTo(640);
        assertThat(file.getInt("height")).isEqualTo(480);
        assertThat(file.getList("variants.name")).containsExactly("w300", "w500", "w800");
        assertThat(file.getList("variants.width")).containsExactly(300, 500, 640);
        assertThat(file.getList("variants.height")).containsExactly(225, 375, 480);
        assertThat(file.getString("img.srcset")).contains(" 300w, ").endsWith(" 640w");
        assertThat(file.getString("img.sizes"))
                .isEqualTo("(max-width: 300px) 300px, (max-width: 500px) 500px, 640px");
        for (var url : file.getList("variants.url", String.class)) {
            var answer = FormPost.get(url);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/png");
        }
    }

    @Test
    @DisplayName("D11: finishing again answers the same")
    void finishingAgainAnswersTheSame() {
        var started = alice.startAndSend(PNG, PICTURE);
        var first = alice.finish(started.getString("id"));
        alice.processed(started.getString("id"));
        var second = alice.finish(started.getString("id"));
        assertThat(second.getString("upload_finished_at"))
                .isEqualTo(first.getString("upload_finished_at"));
        assertThat(second.getString("etag")).isEqualTo(first.getString("etag"));
        assertThat(second.getString("url")).isEqualTo(first.getString("url"));
    }

    @Test
    @DisplayName("D11: two finishes at the same moment answer the same")
    void twoFinishesAtOnceAnswerTheSame() throws Exception {
        for (var round = 0; round < 5; round++) {
            var id = alice.startAndSend(PNG, PICTURE).getString("id");
            Callable<JsonPath> finish = () -> alice.finish(id);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var answers = threads.invokeAll(List.of(finish, finish, finish, finish));
                var expected = answers.getFirst().get();
                for (var answer : answers) {
                    assertThat(answer.get().getString("upload_finished_at"))
                            .isEqualTo(expected.getString("upload_finished_at"));
                    assertThat(answer.get().getString("canonical_url"))
                            .isEqualTo(expected.getString("canonical_url"));
                }
            }
            assertThat(FormPost.get(alice.show(id).getString("url")).statusCode()).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("D13 D48: finishing what nobody uploaded is refused with a hint to retry")
    void finishingWithoutBytesIsRefused() {
        var started = alice.start(PNG);
        var refusal = alice.tryFinish(started.getString("id")).then().statusCode(409).extract();
        assertThat(refusal.contentType()).startsWith("application/problem+json");
        assertThat(refusal.jsonPath().getString("code")).isEqualTo("not_uploaded");
        assertThat(refusal.jsonPath().getInt("retry_after")).isPositive();
        assertThat(refusal.header("Retry-After")).isNotNull();
        assertThat(alice.show(started.getString("id")).getString("state")).isEqualTo("pending");
    }

    @Test
    @DisplayName("D130: somebody else's upload looks like an unknown one")
    void somebodyElsesUploadLooksUnknown() {
        var id = alice.startAndSend(PNG, PICTURE).getString("id");
        var mallory = Api.as("mallory", "user");
        var unknown = mallory.tryFinish("01890000-0000-7000-8000-000000000000");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(mallory.tryFinish(id).body().asString()).isEqualTo(unknown.body().asString());
        assertThat(mallory.tryShow(id).statusCode()).isEqualTo(404);
        assertThat(mallory.delete(id).statusCode()).isEqualTo(404);
        assertThat(Api.as("root", "admin").finish(id).getString("owner")).isEqualTo("alice");
    }

    @Test
    @DisplayName("D46 D50: HTML declared as a picture never becomes a file")
    void htmlDeclaredAsAPictureIsRejected() {
        var html = "<!doctype html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        var id = alice.startAndSend(PNG, html).getString("id");
        var first = alice.tryFinish(id);
        assertThat(first.statusCode()).isEqualTo(422);
        assertThat(first.jsonPath().getString("code")).isEqualTo("type_mismatch");
        assertThat(first.jsonPath().getString("expected")).isEqualTo("image/png");
        assertThat(first.jsonPath().getString("actual")).isEqualTo("text/html");
        assertThat(alice.tryFinish(id).body().asString()).isEqualTo(first.body().asString());
        var file = alice.show(id);
        assertThat(file.getString("state")).isEqualTo("rejected");
        assertThat(file.getString("rejection.code")).isEqualTo("type_mismatch");
        assertThat(file.getString("url")).isNull();
    }

    @Test
    @DisplayName("D53 D54: the form used again after finish changes nothing")
    void theFormUsedAgainChangesNothing() {
        var started = alice.startAndSend(PNG, PICTURE);
        var id = started.getString("id");
        var before = alice.finish(id);
        var other = Samples.png(10, 10);
        var again = FormPost.send(started.getString("url"), started.getMap("fields"), other);
        assertThat(again.statusCode()).isEqualTo(204);
        var after = alice.finish(id);
        assertThat(after.getString("etag")).isEqualTo(before.getString("etag"));
        assertThat(FormPost.get(after.getString("url")).body()).isEqualTo(PICTURE);
    }

    @Test
    @DisplayName("D19 D44 D49: a declared size is signed and no other one gets through")
    void aDeclaredSizeIsSigned() {
        var body =
                Map.of(
                        "file_name", "picture.png",
                        "file_type", "image/png",
                        "file_size", PICTURE.length);
        var started = alice.start(body);
        var shorter = Arrays.copyOf(PICTURE, PICTURE.length - 1);
        var refused = FormPost.send(started.getString("url"), started.getMap("fields"), shorter);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(alice.tryFinish(started.getString("id")).statusCode()).isEqualTo(409);
        assertThat(alice.startAndSend(body, PICTURE).getInt("max_size")).isEqualTo(PICTURE.length);
    }

    @Test
    @DisplayName("D86: a public file's address needs no signature, a private one's does")
    void privateFilesNeedASignature() {
        var file = alice.upload("picture.png", "image/png", PICTURE);
        assertThat(file.getString("visibility")).isEqualTo("private");
        assertThat(FormPost.get(file.getString("canonical_url")).statusCode()).isEqualTo(403);
    }
}
