package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import dev.slipway.file.FileIds;
import dev.slipway.file.Keys;
import dev.slipway.job.Job;
import dev.slipway.profile.Visibility;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectStore;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything that ends an upload otherwise than well, and what is left of it.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class EndingAnUploadTest {

    private static final byte[] PICTURE = Samples.png(40, 30);
    private static final Map<String, String> PNG =
            Map.of("file_name", "picture.png", "file_type", "image/png");

    @Inject SettableClock clock;
    @Inject ObjectStore store;
    @Inject @All List<Job> jobs;
    @TempDir Path folder;

    private Api alice;

    @BeforeEach
    void signIn() {
        alice = Api.as("alice", "user");
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    @DisplayName("D14 D92: a cancelled upload is gone, and finishing it says so")
    void cancelling() {
        var id = alice.startAndSend(PNG, PICTURE).getString("id");
        alice.delete(id).then().statusCode(204);
        assertThat(alice.tryShow(id).statusCode()).isEqualTo(404);
        assertThat(code(alice.tryFinish(id), 410)).isEqualTo("upload_cancelled");
        assertThat(alice.delete(id).statusCode()).isEqualTo(404);
        run("forget-content", id);
        assertThat(store.find(Keys.incoming(UUID.fromString(id)))).isEmpty();
    }

    @Test
    @DisplayName("D92: a deleted file goes with its variants")
    void deleting() {
        var id = alice.upload("picture.png", "image/png", PICTURE).getString("id");
        var file = alice.processed(id);
        alice.delete(id).then().statusCode(204);
        assertThat(alice.tryShow(id).statusCode()).isEqualTo(404);
        assertThat(alice.tryFinish(id).statusCode()).isEqualTo(404);
        run("forget-content", id);
        assertThat(FormPost.get(file.getString("url")).statusCode()).isEqualTo(404);
        for (var url : file.getList("variants.url", String.class)) {
            assertThat(FormPost.get(url).statusCode()).isEqualTo(404);
        }
        assertThat(store.list("private/", null).objects())
                .noneMatch(object -> object.key().value().contains(id));
    }

    @Test
    @DisplayName("D92: deleting a re-uploaded file removes its history as well")
    void deletingHistory() {
        var first = alice.upload("picture.png", "image/png", PICTURE);
        var id = first.getString("id");
        var admin = Api.as("root", "admin");
        var started = admin.startAndSend(replacing(id), Samples.png(50, 50));
        admin.finish(started.getString("id"));
        alice.delete(id).then().statusCode(204);
        run("forget-content", id);
        run("forget-content", started.getString("id"));
        assertThat(FormPost.get(first.getString("url")).statusCode()).isEqualTo(404);
        assertThat(store.list("private/", null).objects())
                .noneMatch(object -> object.key().value().contains(id))
                .noneMatch(object -> object.key().value().contains(started.getString("id")));
    }

    @Test
    @DisplayName("D93: replaced content stays for a while and then goes, the present one never")
    void historyEnds() {
        var first = alice.upload("picture.png", "image/png", PICTURE);
        var id = first.getString("id");
        var admin = Api.as("root", "admin");
        var started = admin.startAndSend(replacing(id), Samples.png(50, 50));
        admin.finish(started.getString("id"));
        run("forget-content", id);
        assertThat(FormPost.get(first.getString("url")).statusCode()).isEqualTo(200);
        clock.goOn(Duration.ofDays(8));
        run("forget-content", id);
        run("forget-content", started.getString("id"));
        assertThat(FormPost.get(alice.show(id).getString("url")).statusCode()).isEqualTo(200);
        assertThat(store.list(prefix(id), null).objects()).isEmpty();
    }

    @Test
    @DisplayName("an upload that did not come in time has expired, first for now and then for good")
    void expiring() {
        var id = alice.start(PNG).getString("id");
        clock.goOn(Duration.ofMinutes(16));
        assertThat(code(alice.tryFinish(id), 410)).isEqualTo("upload_expired");
        assertThat(alice.show(id).getString("state")).isEqualTo("pending");
        clock.goOn(Duration.ofHours(2));
        assertThat(code(alice.tryFinish(id), 410)).isEqualTo("upload_expired");
        assertThat(alice.show(id).getString("state")).isEqualTo("expired");
        assertThat(code(alice.tryFinish(id), 410)).isEqualTo("upload_expired");
    }

    @Test
    @DisplayName("bytes that came in time are finished, however late somebody says so")
    void finishingLate() {
        var id = alice.startAndSend(PNG, PICTURE).getString("id");
        clock.goOn(Duration.ofHours(3));
        assertThat(alice.finish(id).getString("state")).isEqualTo("finished");
    }

    @Test
    @DisplayName("D87: an expired form is refused")
    void sendingLate() {
        var started = alice.start(PNG);
        clock.goOn(Duration.ofMinutes(16));
        var sent = FormPost.send(started.getString("url"), started.getMap("fields"), PICTURE);
        assertThat(sent.statusCode()).isEqualTo(403);
        assertThat(sent.body())
                .contains("<Code>AccessDenied</Code>")
                .contains("Invalid according to Policy: Policy expired.");
    }

    @Test
    @DisplayName("D45 D49: what reached quarantine past the form is judged all the same")
    void judgingWhatNoFormWouldLetIn() {
        var empty = alice.start(PNG).getString("id");
        put(empty, new byte[0]);
        assertThat(code(alice.tryFinish(empty), 422)).isEqualTo("empty_file");

        var longer =
                alice.start(
                                Map.of(
                                        "file_name", "picture.png",
                                        "file_type", "image/png",
                                        "file_size", PICTURE.length - 1))
                        .getString("id");
        put(longer, PICTURE);
        var refusal = alice.tryFinish(longer);
        assertThat(code(refusal, 422)).isEqualTo("size_mismatch");
        assertThat(refusal.jsonPath().getInt("expected")).isEqualTo(PICTURE.length - 1);
        assertThat(refusal.jsonPath().getInt("actual")).isEqualTo(PICTURE.length);

        var other =
                alice.start(
                                Map.of(
                                        "file_name", "picture.png",
                                        "file_type", "image/png",
                                        "checksum_sha256",
                                                "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ="))
                        .getString("id");
        put(other, PICTURE);
        assertThat(code(alice.tryFinish(other), 422)).isEqualTo("checksum_mismatch");
    }

    @Test
    @DisplayName("D54: a used form's bytes in quarantine go once no form can bring any more")
    void quarantineIsEmptied() {
        var started = alice.startAndSend(PNG, PICTURE);
        var id = started.getString("id");
        alice.finish(id);
        FormPost.send(started.getString("url"), started.getMap("fields"), PICTURE);
        clock.goOn(Duration.ofHours(2));
        run("forget-object", Keys.incoming(UUID.fromString(id)).value());
        assertThat(store.find(Keys.incoming(UUID.fromString(id)))).isEmpty();
        assertThat(FormPost.get(alice.show(id).getString("url")).body()).isEqualTo(PICTURE);
    }

    @Test
    @DisplayName("a promoted object that lost is forgotten, one that a row names never")
    void losersAreForgotten() {
        var file = alice.upload("picture.png", "image/png", PICTURE);
        var winner = store.list(prefix(file.getString("id")), null).objects().getFirst().key();
        run("forget-object", winner.value());
        assertThat(store.find(winner)).isPresent();
    }

    private static String prefix(String id) {
        var uuid = FileIds.find(id).orElseThrow();
        return Keys.contentPrefix(Visibility.PRIVATE, uuid);
    }

    private static Map<String, String> replacing(String id) {
        return Map.of("file_name", "n.png", "file_type", "image/png", "replaces", id);
    }

    /// Bytes in quarantine that no form brought.
    private void put(String id, byte[] bytes) {
        try {
            var file = Files.write(folder.resolve(id), bytes);
            store.write(
                    Keys.incoming(UUID.fromString(id)), file, ObjectHeaders.ofType("image/png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Does at once what the queue would do in its time; twice, because every job may run
    /// twice.
    private void run(String job, String subject) {
        var found = jobs.stream().filter(j -> j.name().equals(job)).findFirst().orElseThrow();
        found.run(subject, 1);
        found.run(subject, 1);
    }

    private static String code(Response response, int status) {
        return response.then().statusCode(status).extract().path("code");
    }
}
