package dev.slipway.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.file.ForgetContent;
import dev.slipway.flow.Api;
import dev.slipway.flow.FormPost;
import dev.slipway.flow.Rows;
import dev.slipway.flow.Samples;
import dev.slipway.flow.SettableClock;
import dev.slipway.image.PictureFile;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.Storages;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnTwoStorages.class)
@DisplayName("D144: migrate")
class MigratingTest {

    private static final byte[] TEXT = Samples.text(3000);
    private static final Map<String, String> BODY =
            Map.of("file_name", "a.txt", "file_type", "text/plain");

    @Inject MigrateFiles migrateFiles;
    @Inject MirrorContent mirrorContent;
    @Inject ForgetContent forgetContent;
    @Inject Storages storages;
    @Inject SettableClock clock;
    @Inject Rows rows;

    private ObjectStore local;
    private ObjectStore s3;
    private Api alice;

    @BeforeEach
    void signIn() {
        local = storages.named("local");
        s3 = storages.named("s3");
        alice = Api.as("alice", "user");
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    @DisplayName("D144: a file that was moved is read at its new place, with variants and history")
    void movesAllOfAFile() {
        var picture = Samples.png(600, 400);
        var id = alice.upload("a.png", "image/png", picture).getString("id");
        alice.processed(id);
        var old = key(id);
        var admin = Api.as("root", "admin");
        var body = new HashMap<>(Map.of("file_name", "b.png", "file_type", "image/png"));
        body.put("replaces", id);
        var newer = Samples.png(500, 300);
        admin.finish(admin.startAndSend(body, newer).getString("id"));
        alice.processed(id);
        var outcome = migrateFiles.migrate("local", "s3", false);
        assertThat(outcome.left()).isEmpty();
        var file = alice.show(id);
        assertThat(file.getString("storage")).isEqualTo("s3");
        assertThat(file.getString("url")).doesNotContain("/media/");
        assertThat(FormPost.get(file.getString("url")).body()).isEqualTo(newer);
        assertThat(file.getList("variants.url", String.class))
                .isNotEmpty()
                .allSatisfy(url -> assertThat(FormPost.get(url).statusCode()).isEqualTo(200));
        assertThat(file.getString("etag")).isEqualTo(s3.find(key(id)).orElseThrow().etag());
        assertThat(Bytes.in(s3, old)).isEqualTo(picture);
        assertThat(rows.text("select storage from file_version where file_id = ?::uuid", id))
                .isEqualTo("s3");
        assertThat(local.find(key(id))).as("the source stays").isPresent();
        assertThat(migrateFiles.migrate("local", "s3", false).moved()).isZero();
        deleteSource();
        assertThat(local.find(key(id))).isEmpty();
        assertThat(local.find(old)).isEmpty();
        assertThat(FormPost.get(alice.show(id).getString("url")).body()).isEqualTo(newer);
    }

    @Test
    @DisplayName("D75 D144: an original that was moved is sanitised at its new place")
    void isSanitisedAtItsNewPlace() {
        var secret = PictureFile.SECRET.getBytes(StandardCharsets.US_ASCII);
        var noted = PictureFile.withChunk(Samples.png(600, 400), "tEXt", secret);
        var id = alice.upload("a.png", "image/png", noted).getString("id");
        alice.processed(id);
        migrateFiles.migrate("local", "s3", false);
        var brought = key(id);
        rows.update(
                """
                update file set terms = terms || '{"strip_originals": true}' where id = ?::uuid
                """,
                id);

        Api.as("root", "admin").request().post("/api/files/" + id + "/reprocess");

        var file = alice.processed(id);
        assertThat(file.getString("processing.state")).isEqualTo("ready");
        assertThat(file.getString("storage")).isEqualTo("s3");
        assertThat(key(id)).isNotEqualTo(brought);
        assertThat(Bytes.in(s3, key(id)))
                .isEqualTo(FormPost.get(file.getString("url")).body())
                .hasSize(noted.length - secret.length - 12);
        assertThat(local.find(key(id))).isEmpty();
    }

    @Test
    @DisplayName("D144: from S3 to the directory it goes as well")
    void movesBack() {
        var id = finished();
        migrateFiles.migrate("local", "s3", false);
        deleteSource();
        assertThat(local.find(key(id))).isEmpty();
        assertThat(migrateFiles.migrate("s3", "local", false).left()).isEmpty();
        assertThat(alice.show(id).getString("storage")).isEqualTo("local");
        assertThat(alice.show(id).getString("url")).contains("/media/");
        assertThat(FormPost.get(alice.show(id).getString("url")).body()).isEqualTo(TEXT);
    }

    @Test
    @DisplayName("D144: deleting a moved file removes it from both storages")
    void goesFromBothStorages() {
        var id = finished();
        migrateFiles.migrate("local", "s3", false);
        var key = key(id);
        alice.delete(id).then().statusCode(204);
        clock.goOn(Duration.ofHours(2));
        forgetContent.run(id, 1);
        assertThat(s3.find(key)).isEmpty();
        assertThat(local.find(key)).isEmpty();
    }

    @Test
    @DisplayName("D144: goes on after it was killed, whatever was copied by then")
    void goesOn() {
        var id = finished();
        rows.update("delete from mirror_copy where content_id = ?::uuid", id);
        Bytes.put(s3, key(id), Samples.text(10));
        rows.update(
                """
                insert into mirror_copy (storage, object_key, content_id, state)
                values ('s3', ?, ?::uuid, 'copying') on conflict do nothing
                """,
                key(id).value(),
                id);
        assertThat(migrateFiles.migrate("local", "s3", true).left()).isEmpty();
        deleteSource();
        assertThat(FormPost.get(alice.show(id).getString("url")).body()).isEqualTo(TEXT);
        assertThat(local.find(key(id))).isEmpty();
    }

    @Test
    @DisplayName("D144: what was at the source stays there while addresses lead to it")
    void staysWhileItIsRead() {
        var id = finished();
        var before = alice.show(id).getString("url");
        var outcome = migrateFiles.migrate("local", "s3", true);
        assertThat(outcome.moved()).isPositive();
        assertThat(outcome.remaining()).isPositive();
        assertThat(FormPost.get(before).body()).isEqualTo(TEXT);
        deleteSource();
        assertThat(FormPost.get(before).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("D144: a copy that has vanished is made again before the file moves")
    void copiesAgainWhatHasVanished() {
        var id = finished();
        mirrorContent.run(id, 1);
        s3.delete(List.of(key(id)));
        assertThat(migrateFiles.migrate("local", "s3", false).left()).isEmpty();
        assertThat(Bytes.in(s3, key(id))).isEqualTo(TEXT);
    }

    @Test
    @DisplayName("D144: the last bytes of a file are never removed")
    void keepsTheLastBytes() {
        var id = finished();
        migrateFiles.migrate("local", "s3", false);
        s3.delete(List.of(key(id)));
        deleteSource();
        assertThat(Bytes.in(local, key(id))).isEqualTo(TEXT);
        Bytes.put(s3, key(id), TEXT);
        deleteSource();
        assertThat(local.find(key(id))).isEmpty();
    }

    @Test
    @DisplayName("D144: a file whose bytes are gone or damaged stays, and keeps nobody else")
    void leavesWhatCannotBeCopied() {
        var lost = finished();
        var whole = finished();
        local.delete(List.of(key(lost)));
        rows.update("delete from mirror_copy where content_id = ?::uuid", lost);
        s3.delete(List.of(key(lost)));
        assertThat(migrateFiles.migrate("local", "s3", false).left())
                .extracting(Object::toString)
                .containsExactly(lost);
        assertThat(alice.show(lost).getString("storage")).isEqualTo("local");
        assertThat(alice.show(whole).getString("storage")).isEqualTo("s3");
        alice.delete(lost);
    }

    @Test
    void saysWhatItCannotDo() {
        assertThatThrownBy(() -> migrateFiles.migrate("local", "tape", false))
                .hasMessageContaining("'tape'");
        assertThatThrownBy(() -> migrateFiles.migrate("local", "local", false))
                .hasMessageContaining("both");
        assertThatThrownBy(() -> migrateFiles.migrate("s3", "local", true))
                .hasMessageContaining("mirror");
    }

    /// Once the addresses that were given out have expired.
    private void deleteSource() {
        clock.goOn(Duration.ofHours(3));
        migrateFiles.migrate("local", "s3", true);
        clock.reset();
    }

    private String finished() {
        var id = alice.startAndSend(BODY, TEXT).getString("id");
        alice.finish(id);
        return id;
    }

    private ObjectKey key(String id) {
        return new ObjectKey(rows.text("select object_key from file where id = ?::uuid", id));
    }
}
