package dev.slipway.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.file.ForgetContent;
import dev.slipway.file.ForgetCopies;
import dev.slipway.file.MirrorCopies;
import dev.slipway.flow.Api;
import dev.slipway.flow.Rows;
import dev.slipway.flow.Samples;
import dev.slipway.flow.SettableClock;
import dev.slipway.problem.Refusal;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.Storages;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnTwoStorages.class)
@DisplayName("D43 D144: the mirror")
class MirroringTest {

    private static final byte[] TEXT = Samples.text(3000);
    private static final String QUEUED =
            "select task_instance from scheduled_tasks where task_name = 'mirror-content'";
    private static final String KEYS =
            """
            select object_key from mirror_copy
            where content_id = ?::uuid and storage = 's3' and state = 'copied' order by 1
            """;

    @Inject MirrorContent mirrorContent;
    @Inject MirrorFiles mirrorFiles;
    @Inject MirrorCopies copies;
    @Inject ForgetContent forgetContent;
    @Inject ForgetCopies forgetCopies;
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
    @DisplayName("D43: has every finished picture with its variants, under the same keys")
    void copiesOriginalAndVariants() {
        var id = alice.upload("a.png", "image/png", Samples.png(600, 400)).getString("id");
        alice.processed(id);
        mirrorContent.run(id, 1);
        var keys = rows.texts(KEYS, id);
        assertThat(keys)
                .hasSizeGreaterThan(1)
                .contains(key(id).value())
                .allSatisfy(
                        key ->
                                assertThat(Bytes.in(s3, new ObjectKey(key)))
                                        .isEqualTo(Bytes.in(local, new ObjectKey(key))));
        mirrorContent.run(id, 2);
        assertThat(rows.texts(KEYS, id)).isEqualTo(keys);
    }

    @Test
    @DisplayName("D43: begins by itself, by work that is there when the file is")
    void isQueuedWithTheFile() {
        var id = text();
        // whoever is first: the work waits, or has been done
        assertThat(rows.texts(QUEUED).contains(id) || !rows.texts(KEYS, id).isEmpty()).isTrue();
    }

    @Test
    @DisplayName("D43: gets what was finished before there was a mirror")
    void getsWhatWasThereBefore() {
        rows.multiply(text(), "before", 1);
        rows.update(
                """
                update file set content_id = id, object_key = 'private/before/' || id
                where file_name = 'before1'
                """);
        var before = UUID.fromString(rows.text("select id from file where file_name = 'before1'"));
        assertThat(copies.lacking("s3", null, 1000)).contains(before);
        assertThat(copies.lacking("s3", before, 1000)).doesNotContain(before);
        mirrorFiles.run();
        assertThat(rows.texts(QUEUED)).contains(before.toString());
        rows.update("delete from file where file_name = 'before1'");
    }

    @Test
    @DisplayName("D43: does not get again what it has")
    void doesNotGetAgain() {
        var id = text();
        mirrorContent.run(id, 1);
        assertThat(copies.lacking("s3", null, 1000)).doesNotContain(UUID.fromString(id));
    }

    @Test
    @DisplayName("D43: keeps no variant that has been made again since")
    void keepsNoVariantThatHasBeenMadeAgain() {
        var id = alice.upload("a.png", "image/png", Samples.png(600, 400)).getString("id");
        alice.processed(id);
        mirrorContent.run(id, 1);
        var before = rows.texts(KEYS, id);

        Api.as("admin", "admin").request().post("/api/files/" + id + "/reprocess");
        alice.processed(id);
        mirrorContent.run(id, 1);
        clock.goOn(Duration.ofHours(2));
        forgetCopies.run(id, 1);

        assertThat(rows.texts(KEYS, id)).hasSameSizeAs(before).contains(key(id).value());
        assertThat(before)
                .filteredOn(key -> s3.find(new ObjectKey(key)).isPresent())
                .containsExactly(key(id).value());
    }

    @Test
    @DisplayName("D144: goes with the file, also a copy that was not completed")
    void goesWithTheFile() {
        var id = text();
        mirrorContent.run(id, 1);
        var key = key(id);
        assertThat(s3.find(key)).isPresent();
        rows.update("update mirror_copy set state = 'copying' where content_id = ?::uuid", id);
        alice.delete(id).then().statusCode(204);
        clock.goOn(Duration.ofHours(2));
        forgetContent.run(id, 1);
        assertThat(s3.find(key)).isEmpty();
        assertThat(local.find(key)).isEmpty();
        assertThat(rows.texts(KEYS, id)).isEmpty();
        mirrorContent.run(id, 2);
        assertThat(s3.find(key)).isEmpty();
    }

    @Test
    @DisplayName("D144: keeps nothing at home when it does not answer")
    void keepsNothingAtHome() {
        var id = text();
        var key = key(id);
        rows.update(
                """
                insert into mirror_copy (storage, object_key, content_id, state)
                values ('gone', ?, ?::uuid, 'copied')
                """,
                key.value(),
                id);
        alice.delete(id).then().statusCode(204);
        clock.goOn(Duration.ofHours(2));
        assertThatThrownBy(() -> forgetContent.run(id, 1)).isInstanceOf(Refusal.class);
        assertThat(local.find(key)).isEmpty();
        rows.update("delete from mirror_copy where storage = 'gone'");
        forgetContent.run(id, 2);
    }

    @Test
    @DisplayName("D144: tells an administrator which copies there are")
    void isTold() {
        var id = text();
        mirrorContent.run(id, 1);
        var path = "/api/files/" + id + "/copies";
        var told = Api.as("root", "admin").request().get(path).jsonPath();
        assertThat(told.getString("copies[0].storage")).isEqualTo("s3");
        assertThat(told.getString("copies[0].key")).isEqualTo(key(id).value());
        assertThat(told.getString("copies[0].state")).isEqualTo("copied");
        assertThat(told.getString("copies[0].checksum_sha256")).isEqualTo(Bytes.sha256(TEXT));
        assertThat(told.getString("copies[0].copied_at")).isNotNull();
        assertThat(alice.request().get(path).statusCode()).isEqualTo(403);
        alice.delete(id);
        assertThat(Api.as("root", "admin").request().get(path).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("D144: is no copy of bytes that are damaged")
    void refusesDamagedBytes() {
        var id = text();
        mirrorContent.run(id, 1);
        Bytes.put(local, key(id), Samples.text(2999));
        rows.update("delete from mirror_copy where content_id = ?::uuid", id);
        s3.delete(List.of(key(id)));
        assertThatThrownBy(() -> mirrorContent.run(id, 1)).hasMessageContaining("damaged");
        assertThat(rows.texts(KEYS, id)).isEmpty();
        assertThat(s3.find(key(id))).isEmpty();
        Bytes.put(local, key(id), TEXT);
        mirrorContent.run(id, 2);
        assertThat(Bytes.in(s3, key(id))).isEqualTo(TEXT);
    }

    private String text() {
        var body =
                Map.of(
                        "file_name", "a.txt",
                        "file_type", "text/plain",
                        "checksum_sha256", Bytes.sha256(TEXT));
        var id = alice.startAndSend(body, TEXT).getString("id");
        alice.finish(id);
        return id;
    }

    private ObjectKey key(String id) {
        return new ObjectKey(rows.text("select object_key from file where id = ?::uuid", id));
    }
}
