package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.file.ForgetContent;
import dev.slipway.file.Keys;
import dev.slipway.storage.ObjectStore;
import dev.slipway.upload.FinishInBackground;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Files that come in parts: the same on every storage. The tests' threshold and part size are
/// 5 MiB.
abstract class UploadingInPartsContract {

    private static final int MIB = 1 << 20;
    private static final int PART = 5 * MIB;
    private static final byte[] FILM = Samples.text(11 * MIB);
    private static final Map<String, Object> START =
            Map.of(
                    "file_name", "film.txt",
                    "file_type", "text/plain",
                    "file_size", FILM.length,
                    "profile", "film");

    @Inject ObjectStore store;
    @Inject FinishInBackground finishInBackground;
    @Inject ForgetContent forgetContent;

    private Api alice;

    @BeforeEach
    void signIn() {
        alice = Api.as("alice", "user");
    }

    @Test
    @DisplayName("D23 D24 D25: a large file comes in parts and is verified like any other")
    void aLargeFileComesInParts() {
        var started = alice.start(START);
        assertThat(started.getString("method")).isEqualTo("MULTIPART");
        assertThat(started.getString("upload_id")).isEqualTo(started.getString("id"));
        assertThat(started.getInt("part_size")).isEqualTo(PART);
        assertThat(started.getMap("fields")).isNull();
        var parts = Parts.of(alice, started);

        parts.bringAll(FILM, PART);

        assertThat(parts.list().getList("PartNumber")).containsExactly(1, 2, 3);
        assertThat(parts.list().getList("Size")).containsExactly(PART, PART, MIB);
        var file = alice.finish(parts.id);
        assertThat(file.getString("state")).isEqualTo("finished");
        assertThat(file.getInt("size")).isEqualTo(FILM.length);
        assertThat(FormPost.get(file.getString("url")).body()).isEqualTo(FILM);
        assertThat(alice.finish(parts.id).getString("upload_finished_at"))
                .isEqualTo(file.getString("upload_finished_at"));
    }

    @Test
    @DisplayName(
            "D24: after a break the list of parts says what is missing, and a part can come again")
    void theListOfPartsIsTheTruth() {
        var parts = Parts.of(alice, alice.start(START));
        assertThat(parts.list().getList("$")).isEmpty();
        parts.bring(3, Parts.cut(FILM, PART, 2));
        parts.bring(1, Samples.text(PART));
        assertThat(parts.list().getList("PartNumber")).containsExactly(1, 3);
        var early = alice.tryFinish(parts.id);
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.jsonPath().getString("code")).isEqualTo("not_uploaded");

        parts.bring(2, Parts.cut(FILM, PART, 1));
        parts.bring(1, Parts.cut(FILM, PART, 0));

        assertThat(FormPost.get(alice.finish(parts.id).getString("url")).body()).isEqualTo(FILM);
    }

    @Test
    @DisplayName("D25: each part is signed for its exact length")
    void aPartOfAnotherLengthIsRefused() {
        var parts = Parts.of(alice, alice.start(START));
        assertThat(FormPost.put(parts.sign(3), Map.of(), new byte[MIB / 2]).statusCode())
                .isIn(400, 403);
        assertThat(FormPost.put(parts.sign(1), Map.of(), new byte[10]).statusCode()).isIn(400, 403);
        assertThat(parts.list().getList("$")).isEmpty();
        assertThat(error(parts.trySign(4))).isEqualTo("invalid_part");
        assertThat(error(parts.trySign(0))).isEqualTo("invalid_part");
        assertThat(error(parts.trySignAll("1,x"))).isEqualTo("invalid_part");
    }

    @Test
    @DisplayName("D25 D110: parts come with their SHA-256, all of them or none")
    void partsComeWithTheirChecksum() {
        var parts = Parts.of(alice, alice.start(START));
        for (var number = 1; number <= 3; number++) {
            var bytes = Parts.cut(FILM, PART, number - 1);
            var sum = Samples.sha256(bytes);
            var address = parts.trySign(number, sum).then().statusCode(200).extract().jsonPath();
            Map<String, String> headers = address.getMap("headers");
            assertThat(headers).isEqualTo(Map.of("x-amz-checksum-sha256", sum));

            var damaged = bytes.clone();
            damaged[7] ^= 1;
            var refused = FormPost.put(address.getString("url"), headers, damaged);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("<Code>BadDigest</Code>");
            assertThat(FormPost.put(address.getString("url"), headers, bytes).statusCode())
                    .isEqualTo(200);
        }
        assertThat(error(parts.trySign(1))).isEqualTo("part_checksum_required");
        assertThat(error(parts.trySignAll("1,2"))).isEqualTo("part_checksum_required");
        assertThat(error(parts.trySign(1, "AAAA"))).isEqualTo("invalid_checksum");

        assertThat(FormPost.get(alice.finish(parts.id).getString("url")).body()).isEqualTo(FILM);

        var without = Parts.of(alice, alice.start(START));
        without.bring(1, Parts.cut(FILM, PART, 0));
        var later = without.trySign(2, Samples.sha256(FILM)).then().statusCode(200).extract();
        assertThat(later.jsonPath().getMap("headers")).isNull();
    }

    @Test
    @DisplayName("D25: Uppy's completion is finish, with ETags quoted and unquoted, also twice")
    void completingIsFinishing() {
        var parts =
                Parts.create(
                        alice,
                        Map.of(
                                "filename",
                                "film.txt",
                                "type",
                                "text/plain",
                                "metadata",
                                Map.of("profile", "film", "relativePath", "a/b", "title", "Ü")));
        var etags = new ArrayList<>(parts.bringAll(FILM, PART));
        etags.set(1, etags.get(1).replace("\"", ""));
        var missing = parts.tryComplete(List.of(etags.get(0), "0", etags.get(2)));
        assertThat(missing.statusCode()).isEqualTo(409);
        assertThat(error(missing)).isEqualTo("parts_missing");

        var completed = parts.tryComplete(etags).then().statusCode(200).extract().jsonPath();

        assertThat(completed.getString("key")).isEqualTo(parts.key);
        assertThat(completed.getString("error")).isNull();
        assertThat(FormPost.get(completed.getString("location")).body()).isEqualTo(FILM);
        assertThat(alice.show(parts.id).getMap("metadata")).isEqualTo(Map.of("title", "Ü"));
        assertThat(parts.tryComplete(etags).statusCode()).isEqualTo(200);
        assertThat(error(parts.abort())).isEqualTo("not_pending");
        assertThat(alice.show(parts.id).getString("state")).isEqualTo("finished");
    }

    @Test
    @DisplayName("D130: only who has started it may bring, see, complete and abort parts")
    void anotherOwnersPartsLookUnknown() {
        var parts = Parts.of(alice, alice.start(START));
        for (var other :
                List.of(
                        parts.as(Api.as("mallory", "user")),
                        parts.withKey("incoming/" + UUID.randomUUID()),
                        parts.withKey(""))) {
            for (var answer :
                    List.of(
                            other.trySign(1),
                            other.trySignAll("1,2"),
                            other.tryList(),
                            other.tryComplete(List.of("x")),
                            other.abort())) {
                assertThat(answer.statusCode()).isEqualTo(404);
                assertThat(error(answer)).isEqualTo("not_found");
            }
        }
        var single = alice.start(Map.of("file_name", "a.txt", "file_type", "text/plain"));
        assertThat(Parts.of(alice, single).trySign(1).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("D14 D25: an aborted upload takes no part any more and leaves none behind")
    void abortingLeavesNothing() {
        var parts = Parts.of(alice, alice.start(START));
        parts.bring(1, Parts.cut(FILM, PART, 0));
        var late = parts.sign(2);
        assertThat(parts.abort().statusCode()).isEqualTo(200);
        assertThat(parts.abort().statusCode()).isEqualTo(200);
        forgetContent.run(parts.id, 1);
        // S3 answers 404; some servers keep the part of an upload that they do not know
        assertThat(FormPost.put(late, Map.of(), Parts.cut(FILM, PART, 1)).statusCode())
                .isIn(404, 200);
        assertThat(store.find(Keys.incoming(UUID.fromString(parts.id)))).isEmpty();
        assertThat(error(parts.trySign(2))).isEqualTo("not_pending");
        assertThat(alice.tryFinish(parts.id).jsonPath().getString("code"))
                .isEqualTo("upload_cancelled");
        assertThat(store.multipart().unfinished(parts.key)).isEmpty();
    }

    @Test
    @DisplayName("D25: who cuts the parts itself is stopped above the profile's limit")
    void tooManyBytesEndTheUpload() {
        var parts =
                Parts.create(
                        alice,
                        Map.of("filename", "a.txt", "type", "text/plain", "metadata", Map.of()));
        // the default profile takes 10 MiB
        assertThat(error(parts.trySign(3))).isEqualTo("invalid_part");
        parts.bring(1, Samples.text(6 * MIB));
        parts.bring(2, Samples.text(5 * MIB));
        var refused = parts.trySign(1);
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(error(refused)).isEqualTo("parts_too_large");
        assertThat(alice.show(parts.id).getString("rejection.code")).isEqualTo("size_mismatch");
        forgetContent.run(parts.id, 1);
        assertThat(store.multipart().unfinished(parts.key)).isEmpty();
    }

    @Test
    @DisplayName("of several who ask for the first part at once, one begins the upload")
    void oneOfManyBeginsTheUpload() throws Exception {
        var parts = Parts.of(alice, alice.start(START));
        Callable<Integer> sign = () -> parts.trySign(1).statusCode();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(List.of(sign, sign, sign, sign, sign, sign))) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        assertThat(store.multipart().unfinished(parts.key)).hasSize(1);
    }

    @Test
    @DisplayName("two completions at once answer the same file")
    void twoCompletionsAtOnce() throws Exception {
        var parts = Parts.of(alice, alice.start(START));
        var etags = parts.bringAll(FILM, PART);
        Callable<Response> complete = () -> parts.tryComplete(etags);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(List.of(complete, complete, complete))) {
                assertThat(answer.get().statusCode()).isEqualTo(200);
            }
        }
        assertThat(FormPost.get(alice.show(parts.id).getString("url")).body()).isEqualTo(FILM);
    }

    @Test
    @DisplayName("D95: all parts are there and nobody says finish: the background does")
    void theBackgroundFinishesACompleteUpload() {
        var parts = Parts.of(alice, alice.start(START));
        parts.bring(1, Parts.cut(FILM, PART, 0));
        finishInBackground.run(parts.id, 1);
        assertThat(alice.show(parts.id).getString("state")).isEqualTo("pending");
        parts.bring(2, Parts.cut(FILM, PART, 1));
        parts.bring(3, Parts.cut(FILM, PART, 2));
        finishInBackground.run(parts.id, 1);
        assertThat(alice.show(parts.id).getString("state")).isEqualTo("finished");
    }

    @Test
    @DisplayName("D46 D50: parts that join to something else are rejected")
    void joinedBytesAreJudged() {
        var html = "<!doctype html><script>alert(1)</script>".repeat(300_000).getBytes();
        var parts =
                Parts.of(
                        alice,
                        alice.start(
                                Map.of(
                                        "file_name", "film.txt",
                                        "file_type", "text/plain",
                                        "file_size", html.length,
                                        "profile", "film")));
        parts.bringAll(html, PART);
        assertThat(alice.tryFinish(parts.id).jsonPath().getString("code"))
                .isEqualTo("type_mismatch");
        forgetContent.run(parts.id, 1);
        assertThat(store.find(Keys.incoming(UUID.fromString(parts.id)))).isEmpty();
    }

    private static String error(Response answer) {
        return answer.jsonPath().getString("error");
    }
}
