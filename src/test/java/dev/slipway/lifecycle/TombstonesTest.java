package dev.slipway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import dev.slipway.file.ForgetContent;
import dev.slipway.flow.Api;
import dev.slipway.flow.Rows;
import dev.slipway.flow.Samples;
import dev.slipway.flow.SettableClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class TombstonesTest {

    private static final byte[] PICTURE = Samples.png(40, 30);
    private static final Map<String, Object> PNG =
            Map.of(
                    "file_name", "My secret.png",
                    "file_type", "image/png",
                    "metadata", Map.of("about", "a secret"));
    private static final String ROW = "select to_jsonb(f)::text from file f where id = ?::uuid";

    @Inject SweepFiles sweepFiles;
    @Inject ReapUploads reapUploads;
    @Inject ForgetContent forgetContent;
    @Inject SettableClock clock;
    @Inject Rows rows;

    private Api alice;
    private Api admin;

    @BeforeEach
    void signIn() {
        alice = Api.as("alice", "user");
        admin = Api.as("root", "admin");
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    @DisplayName("D92: a deleted row says nothing any more of what it was")
    void deletingBlanks() {
        var with = new HashMap<>(PNG);
        with.put("checksum_sha256", "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=");
        var id = alice.startAndSend(PNG, PICTURE).getString("id");
        alice.finish(id);
        var pending = alice.start(with).getString("id");
        alice.delete(id).then().statusCode(204);
        alice.delete(pending).then().statusCode(204);
        for (var deleted : new String[] {id, pending}) {
            assertThat(rows.text(ROW, deleted)).doesNotContain("secret").doesNotContain("LPJN");
            assertThat(rows.text("select etag from file where id = ?::uuid", deleted)).isNull();
        }
    }

    @Test
    @DisplayName("D92: with a file go the re-uploads that it consisted of, and say so")
    void deletingWhatWasMerged() {
        var id = alice.finish(alice.startAndSend(PNG, PICTURE).getString("id")).getString("id");
        var merged = admin.startAndSend(replacing(id), PICTURE).getString("id");
        admin.finish(merged);
        alice.delete(id).then().statusCode(204);
        assertThat(rows.text(ROW, merged)).doesNotContain("secret");
        assertThat(admin.tryShow(merged).statusCode()).isEqualTo(404);
        assertThat(admin.tryFinish(merged).statusCode()).isEqualTo(410);
        assertThat(admin.tryFinish(merged).jsonPath().getString("code"))
                .isEqualTo("target_deleted");
        assertThat(alice.tryFinish(id).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("D92: tombstones go after 30 days, those that point at others before these")
    void tombstonesGo() {
        var id = alice.finish(alice.startAndSend(PNG, PICTURE).getString("id")).getString("id");
        var merged = admin.startAndSend(replacing(id), PICTURE).getString("id");
        admin.finish(merged);
        var waiting = admin.start(replacing(id)).getString("id");
        var cancelled = alice.start(PNG).getString("id");
        alice.delete(id);
        alice.delete(cancelled);
        clock.goOn(Duration.ofHours(2));
        reapUploads.run();
        purge(id, merged, waiting, cancelled);
        clock.goOn(Duration.ofDays(29));
        sweepFiles.run();
        assertThat(there(id, merged, waiting, cancelled)).isEqualTo(4);
        clock.goOn(Duration.ofDays(2));
        sweepFiles.run();
        assertThat(there(id, merged, waiting, cancelled)).isZero();
        assertThat(alice.tryFinish(cancelled).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("D92: a row stays as long as its objects do")
    void notBeforeTheObjects() {
        var id = alice.finish(alice.startAndSend(PNG, PICTURE).getString("id")).getString("id");
        rows.update("update file set storage = 'nowhere' where id = ?::uuid", id);
        alice.delete(id);
        clock.goOn(Duration.ofDays(40));
        sweepFiles.run();
        assertThat(there(id)).isEqualTo(1);
        rows.update("update file set storage = 'local' where id = ?::uuid", id);
        purge(id);
        sweepFiles.run();
        assertThat(there(id)).isZero();
    }

    private static Map<String, Object> replacing(String id) {
        var body = new HashMap<>(PNG);
        body.put("replaces", id);
        return body;
    }

    private void purge(String... ids) {
        for (var id : ids) {
            forgetContent.run(id, 1);
        }
    }

    private int there(String... ids) {
        var there = 0;
        for (var id : ids) {
            there += rows.texts(ROW, id).size();
        }
        return there;
    }
}
