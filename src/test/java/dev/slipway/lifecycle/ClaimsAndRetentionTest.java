package dev.slipway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import dev.slipway.file.DueFiles;
import dev.slipway.file.FileExpiring;
import dev.slipway.file.FileRecord;
import dev.slipway.file.ForgetContent;
import dev.slipway.flow.Api;
import dev.slipway.flow.FormPost;
import dev.slipway.flow.Rows;
import dev.slipway.flow.Samples;
import dev.slipway.flow.SettableClock;
import dev.slipway.upload.DeleteFile;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ClaimsAndRetentionTest {

    private static final byte[] PICTURE = Samples.png(40, 30);
    private static final Map<String, String> ORDER =
            Map.of("file_name", "p.png", "file_type", "image/png", "profile", "order");

    /// Whoever wants to know which files will go.
    @Singleton
    static final class Announced {

        final List<FileExpiring> events = new CopyOnWriteArrayList<>();

        void note(@Observes(during = TransactionPhase.AFTER_SUCCESS) FileExpiring event) {
            events.add(event);
        }

        List<Instant> of(String id) {
            return events.stream()
                    .filter(event -> event.id().toString().equals(id))
                    .map(FileExpiring::at)
                    .toList();
        }
    }

    @Inject SweepFiles sweepFiles;
    @Inject DueFiles dueFiles;
    @Inject DeleteFile deleteFile;
    @Inject ForgetContent forgetContent;
    @Inject Announced announced;
    @Inject SettableClock clock;
    @Inject Rows rows;

    private Api alice;
    private Api shop;
    private Api admin;

    @BeforeEach
    void signIn() {
        alice = Api.as("alice", "user");
        shop = Api.as("shop", "service");
        admin = Api.as("root", "admin");
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    @DisplayName("D141: a file belongs to one record; the same claim again changes nothing")
    void claiming() {
        var id = finished().getString("id");
        var first = claim(shop, id, "order/42").then().statusCode(200).extract().jsonPath();
        assertThat(first.getString("claim")).isEqualTo("order/42");
        assertThat(claim(shop, id, "order/42").jsonPath().getMap("")).isEqualTo(first.getMap(""));
        assertThat(code(claim(shop, id, "order/43"), 409)).isEqualTo("already_claimed");
        assertThat(alice.show(id).getString("claim")).isEqualTo("order/42");
    }

    @Test
    @DisplayName("D141: only an application's backend claims, and only finished files")
    void whoMayClaimWhat() {
        var id = finished().getString("id");
        assertThat(claim(alice, id, "order/42").statusCode()).isEqualTo(403);
        assertThat(claim(admin, id, "order/42").statusCode()).isEqualTo(403);
        assertThat(code(claim(shop, id, ""), 422)).isEqualTo("invalid_reference");
        assertThat(code(claim(shop, id, "x".repeat(256)), 422)).isEqualTo("invalid_reference");
        assertThat(claim(shop, id, "x".repeat(255)).statusCode()).isEqualTo(200);
        var pending = alice.start(ORDER).getString("id");
        var refusal = claim(shop, pending, "order/42");
        assertThat(code(refusal, 409)).isEqualTo("not_finished");
        assertThat(refusal.jsonPath().getString("state")).isEqualTo("pending");
        alice.delete(pending);
        assertThat(claim(shop, pending, "order/42").statusCode()).isEqualTo(404);
        assertThat(claim(shop, "nonsense", "order/42").statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("D141: a file that nobody has claimed in time goes, announced once before")
    void nobodyClaims() {
        var id = finished().getString("id");
        sweepFiles.run();
        assertThat(announced.of(id)).isEmpty();
        var goes = Instant.parse(alice.show(id).getString("delete_after"));
        clock.goOn(Duration.ofHours(25));
        sweepFiles.run();
        sweepFiles.run();
        assertThat(announced.of(id)).containsExactly(goes);
        assertThat(alice.tryShow(id).statusCode()).isEqualTo(200);
        clock.goOn(Duration.ofHours(24));
        sweepFiles.run();
        assertThat(alice.tryShow(id).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("D143: a claimed file goes when its retention is over, and not before")
    void retention() {
        var id = finished().getString("id");
        clock.goOn(Duration.ofHours(47));
        sweepFiles.run();
        claim(shop, id, "order/42").then().statusCode(200);
        clock.goOn(Duration.ofDays(20));
        sweepFiles.run();
        assertThat(alice.tryShow(id).statusCode()).isEqualTo(200);
        clock.goOn(Duration.ofDays(8));
        sweepFiles.run();
        assertThat(announced.of(id)).hasSize(2);
        clock.goOn(Duration.ofDays(1));
        sweepFiles.run();
        assertThat(alice.tryShow(id).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("a claim wins against a sweep that has already seen the file")
    void claimAgainstSweep() {
        var id = finished().getString("id");
        clock.goOn(Duration.ofDays(3));
        var due = due(id);
        claim(shop, id, "order/42").then().statusCode(200);
        assertThat(deleteFile.delete(due)).isFalse();
        assertThat(alice.show(id).getString("state")).isEqualTo("finished");
    }

    @Test
    @DisplayName("a legal hold wins against a deletion that has already seen the file")
    void holdAgainstDelete() {
        var id = finished().getString("id");
        clock.goOn(Duration.ofDays(3));
        var due = due(id);
        hold(admin, id, true).then().statusCode(200);
        assertThat(deleteFile.delete(due)).isFalse();
        assertThat(alice.show(id).getString("state")).isEqualTo("finished");
    }

    @Test
    @DisplayName("D143: a legal hold stops every deletion until it is lifted")
    void aLegalHold() {
        var id = finished().getString("id");
        assertThat(hold(alice, id, true).statusCode()).isEqualTo(403);
        assertThat(hold(admin, id, true).jsonPath().getBoolean("legal_hold")).isTrue();
        assertThat(hold(admin, id, true).statusCode()).isEqualTo(200);
        assertThat(code(alice.delete(id), 409)).isEqualTo("legal_hold");
        assertThat(code(admin.delete(id), 409)).isEqualTo("legal_hold");
        clock.goOn(Duration.ofDays(60));
        sweepFiles.run();
        assertThat(alice.tryShow(id).statusCode()).isEqualTo(200);
        hold(admin, id, false).then().statusCode(200);
        sweepFiles.run();
        assertThat(alice.tryShow(id).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("D143: the history of a held file stays as long as the hold does")
    void theHistoryOfAHeldFile() {
        var before = finished();
        var id = before.getString("id");
        hold(admin, id, true).then().statusCode(200);
        var replacing = new HashMap<>(ORDER);
        replacing.put("replaces", id);
        admin.finish(admin.startAndSend(replacing, Samples.png(50, 50)).getString("id"));
        clock.goOn(Duration.ofDays(8));
        forgetContent.run(id, 1);
        clock.reset();
        assertThat(FormPost.get(before.getString("url")).body()).isEqualTo(PICTURE);
        rows.update("delete from scheduled_tasks where task_instance = ?", id);
        hold(admin, id, false).then().statusCode(200);
        assertThat(
                        rows.texts(
                                """
                                select task_name from scheduled_tasks
                                where task_name = 'forget-content' and task_instance = ?
                                """,
                                id))
                .hasSize(1);
        clock.goOn(Duration.ofDays(8));
        forgetContent.run(id, 1);
        clock.reset();
        assertThat(FormPost.get(before.getString("url")).statusCode()).isEqualTo(404);
    }

    @Test
    void onlyAFinishedFileCanBeHeld() {
        var pending = alice.start(ORDER).getString("id");
        assertThat(code(hold(admin, pending, true), 409)).isEqualTo("not_finished");
        assertThat(hold(admin, "nonsense", true).statusCode()).isEqualTo(404);
        var nothing = admin.request().contentType(ContentType.JSON).body("{}");
        assertThat(nothing.put("/api/files/" + pending + "/legal-hold").statusCode())
                .isEqualTo(400);
    }

    private JsonPath finished() {
        return alice.finish(alice.startAndSend(ORDER, PICTURE).getString("id"));
    }

    /// The file as a sweep sees it.
    private FileRecord due(String id) {
        return dueFiles.by(clock.instant(), 1000).stream()
                .filter(file -> file.id().toString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Response claim(Api api, String id, String reference) {
        return api.request()
                .contentType(ContentType.JSON)
                .body(Map.of("reference", reference))
                .post("/api/files/" + id + "/claim");
    }

    private static Response hold(Api api, String id, boolean on) {
        return api.request()
                .contentType(ContentType.JSON)
                .body(Map.of("on", on))
                .put("/api/files/" + id + "/legal-hold");
    }

    private static String code(Response response, int status) {
        return response.then().statusCode(status).extract().path("code");
    }
}
