package dev.slipway.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.file.Content;
import dev.slipway.file.FileRecord;
import dev.slipway.file.FileState;
import dev.slipway.file.Files;
import dev.slipway.file.ForgetContent;
import dev.slipway.file.ForgetObject;
import dev.slipway.file.Keys;
import dev.slipway.flow.Api;
import dev.slipway.flow.FormPost;
import dev.slipway.flow.Samples;
import dev.slipway.flow.SettableClock;
import dev.slipway.problem.Refusal;
import dev.slipway.storage.ObjectStore;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// How races end: each step of a finish done by hand, with somebody else in between.
abstract class RacesContract {

    private static final Map<String, String> PNG =
            Map.of("file_name", "picture.png", "file_type", "image/png");
    private static final byte[] FIRST = Samples.png(40, 30);
    private static final byte[] SECOND = Samples.png(30, 40);
    private static final byte[] HTML = "<html><script>".getBytes(StandardCharsets.UTF_8);

    private static final PromoteUpload.Outcome SWAPPED = new PromoteUpload.Outcome.Swapped();

    @Inject LookAtUpload lookAtUpload;
    @Inject PromoteUpload promoteUpload;
    @Inject RecordUpload recordUpload;
    @Inject FinishUpload finishUpload;
    @Inject Files files;
    @Inject ObjectStore store;
    @Inject ForgetObject forgetObject;
    @Inject ForgetContent forgetContent;
    @Inject SettableClock clock;

    private Api alice;
    private JsonPath started;

    @BeforeEach
    void upload() {
        alice = Api.as("alice", "user");
        started = alice.startAndSend(PNG, FIRST);
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    @DisplayName("D54: bytes swapped between the look and the copy are not promoted")
    void swappedBytesAreNotPromoted() {
        var seen = look();
        send(HTML);
        assertThat(promoteUpload.promote(file(), seen)).isEqualTo(SWAPPED);
        assertThat(promoted()).isZero();
        assertThatThrownBy(() -> finishUpload.finish(file()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("type_mismatch");
        assertThat(promoted()).isZero();
    }

    @Test
    @DisplayName("D54: bytes swapped for other good ones are verified anew")
    void swappedBytesAreVerifiedAnew() {
        var seen = look();
        send(SECOND);
        assertThat(promoteUpload.promote(file(), seen)).isEqualTo(SWAPPED);
        assertThat(FormPost.get(alice.finish(id()).getString("url")).body()).isEqualTo(SECOND);
    }

    @Test
    @DisplayName(
            "a process that dies between promotion and record leaves nothing that a repetition does not mend")
    void dyingBetweenPromotionAndRecord() {
        assertThat(promote()).isNotNull();
        assertThat(file().state()).isEqualTo(FileState.PENDING);
        assertThat(FormPost.get(alice.finish(id()).getString("url")).body()).isEqualTo(FIRST);
    }

    @Test
    @DisplayName(
            "two finishes that saw different bytes: one wins, what the other promoted is forgotten later")
    void theLosersObjectIsForgotten() {
        var before = file();
        var loser = promote();
        send(SECOND);
        var winner = alice.finish(id());
        recordUpload.accepted(before, loser);
        assertThat(file().finishedContent().etag()).isEqualTo(winner.getString("etag"));
        assertThat(store.find(loser.key())).isPresent();
        clock.goOn(Duration.ofHours(2));
        forgetObject.run(loser.key().value(), 1);
        assertThat(store.find(loser.key())).isEmpty();
        assertThat(FormPost.get(alice.show(id()).getString("url")).body()).isEqualTo(SECOND);
    }

    @Test
    @DisplayName(
            "two finishes that saw the same bytes: the loser's object is the winner's and stays")
    void theSharedObjectStays() {
        var before = file();
        var loser = promote();
        alice.finish(id());
        recordUpload.accepted(before, loser);
        clock.goOn(Duration.ofHours(2));
        forgetObject.run(loser.key().value(), 1);
        assertThat(FormPost.get(alice.show(id()).getString("url")).body()).isEqualTo(FIRST);
    }

    @Test
    @DisplayName("a finish whose source has vanished meanwhile answers the winner's row")
    void theSourceVanished() {
        var before = file();
        var finished = alice.finish(id());
        store.delete(List.of(Keys.incoming(before.id())));
        var answer = finishUpload.finish(before);
        assertThat(answer.state()).isEqualTo(FileState.FINISHED);
        assertThat(answer.uploadFinishedAt()).isEqualTo(finished.getString("upload_finished_at"));
    }

    @Test
    @DisplayName("a rejection removes what a finish that died had promoted before")
    void aRejectionRemovesWhatWasPromoted() {
        promote();
        send(HTML);
        assertThat(alice.tryFinish(id()).statusCode()).isEqualTo(422);
        forgetContent.run(id(), 1);
        assertThat(promoted()).isZero();
    }

    @Test
    @DisplayName("re-upload against delete: whoever wins, nothing of the file is left")
    void reUploadAgainstDelete() throws Exception {
        var admin = Api.as("root", "admin");
        for (var round = 0; round < 10; round++) {
            upload();
            alice.finish(id());
            var replacing =
                    admin.startAndSend(
                            Map.of(
                                    "file_name",
                                    "n.png",
                                    "file_type",
                                    "image/png",
                                    "replaces",
                                    id()),
                            SECOND);
            var replacingId = replacing.getString("id");
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var replace = threads.submit(() -> admin.tryFinish(replacingId).statusCode());
                var delete = threads.submit(() -> alice.delete(id()).statusCode());
                assertThat(replace.get()).isIn(200, 410, 404);
                assertThat(delete.get()).isEqualTo(204);
            }
            forgetContent.run(id(), 1);
            forgetContent.run(replacingId, 1);
            assertThat(promoted()).isZero();
            var prefix =
                    Keys.contentPrefix(file().profile().visibility(), UUID.fromString(replacingId));
            assertThat(store.list(prefix, null).objects()).isEmpty();
        }
    }

    @Test
    @DisplayName("finish against cancel: one wins, and the row never says both")
    void finishAgainstCancel() throws Exception {
        for (var round = 0; round < 10; round++) {
            upload();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var finish = threads.submit(() -> alice.tryFinish(id()).statusCode());
                var cancel = threads.submit(() -> alice.delete(id()).statusCode());
                assertThat(finish.get()).isIn(200, 410, 404);
                assertThat(cancel.get()).isEqualTo(204);
            }
            assertThat(file().state()).isEqualTo(FileState.DELETED);
            assertThat(alice.tryShow(id()).statusCode()).isEqualTo(404);
            forgetContent.run(id(), 1);
            assertThat(promoted()).isZero();
            assertThat(store.find(Keys.incoming(file().id()))).isEmpty();
        }
    }

    private String id() {
        return started.getString("id");
    }

    private FileRecord file() {
        return files.find(UUID.fromString(id())).orElseThrow();
    }

    private Sighting.Bytes look() {
        return (Sighting.Bytes) lookAtUpload.look(file(), Keys.incoming(file().id()));
    }

    private Content promote() {
        return ((PromoteUpload.Outcome.Done) promoteUpload.promote(file(), look())).content();
    }

    private void send(byte[] bytes) {
        var sent = FormPost.send(started.getString("url"), started.getMap("fields"), bytes);
        assertThat(sent.statusCode()).isEqualTo(204);
    }

    private long promoted() {
        var prefix = Keys.contentPrefix(file().profile().visibility(), file().id());
        return store.list(prefix, null).objects().size();
    }
}
