package dev.slipway.lifecycle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import dev.slipway.file.Erasures;
import dev.slipway.file.ForgetContent;
import dev.slipway.flow.Api;
import dev.slipway.flow.FormPost;
import dev.slipway.flow.Rows;
import dev.slipway.flow.Samples;
import dev.slipway.flow.SettableClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@DisplayName("D143: the erasure of an owner")
class ErasingAnOwnerTest {

    private static final byte[] PICTURE = Samples.png(40, 30);
    private static final Map<String, String> PNG =
            Map.of("file_name", "picture.png", "file_type", "image/png");

    @Inject EraseOwner eraseOwner;
    @Inject ForgetContent forgetContent;
    @Inject SettableClock clock;
    @Inject Rows rows;

    /// With what identity providers put into subjects.
    private final String bob = "auth0|bob/" + UUID.randomUUID();

    private Api owner;
    private Api admin;

    @BeforeEach
    void signIn() {
        owner = Api.as(bob, "user");
        admin = Api.as("root", "admin");
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void takesAllThatTheOwnerHasAndForgetsTheName() {
        var file = finished();
        var pending = owner.start(PNG).getString("id");
        assertThat(ask().getString("state")).isEqualTo("running");
        run();
        assertThat(owner.tryShow(file.getString("id")).statusCode()).isEqualTo(404);
        assertThat(report().getInt("objects_left")).isPositive();
        assertThat(report().getString("finished_at")).isNull();

        var late = owner.start(PNG).getString("id");
        run();
        assertThat(owner.tryShow(late).statusCode()).isEqualTo(404);

        clock.goOn(Duration.ofHours(2));
        for (var id : new String[] {file.getString("id"), pending, late}) {
            forgetContent.run(id, 1);
        }
        run();
        var report = report();
        assertThat(report.getString("state")).isEqualTo("finished");
        assertThat(report.getInt("files_deleted")).isEqualTo(1);
        assertThat(report.getInt("pending_cancelled")).isEqualTo(2);
        assertThat(report.getInt("held_back")).isZero();
        assertThat(report.getInt("objects_left")).isZero();
        assertThat(report.getString("finished_at")).isNotNull();
        clock.reset();
        assertThat(FormPost.get(file.getString("url")).statusCode()).isEqualTo(404);
        assertThat(rows.texts("select id from file where owner = ?", bob)).isEmpty();
        assertThat(rows.texts("select owner from erasure where owner = ?", bob)).isEmpty();
        assertThat(rows.text("select owner from file where id = ?::uuid", pending))
                .startsWith("erased:");
    }

    @Test
    void leavesWhatALegalHoldKeepsUntilItIsAskedAgain() {
        var id = finished().getString("id");
        hold(id, true);
        ask();
        run();
        assertThat(report().getString("state")).isEqualTo("finished");
        assertThat(report().getInt("held_back")).isEqualTo(1);
        assertThat(owner.tryShow(id).statusCode()).isEqualTo(200);

        hold(id, false);
        assertThat(ask().getString("state")).isEqualTo("running");
        run();
        clock.goOn(Duration.ofHours(2));
        forgetContent.run(id, 1);
        run();
        assertThat(report().getString("state")).isEqualTo("finished");
        assertThat(report().getInt("held_back")).isZero();
        assertThat(report().getInt("files_deleted")).isEqualTo(1);
    }

    @Test
    void forgetsTheNameInWhatTheOwnerDidForOthers() {
        var bobAsAdmin = Api.as(bob, "admin");
        var id = admin.upload("picture.png", "image/png", PICTURE).getString("id");
        var merged =
                bobAsAdmin
                        .startAndSend(
                                Map.of(
                                        "file_name", "of bob.png",
                                        "file_type", "image/png",
                                        "replaces", id),
                                PICTURE)
                        .getString("id");
        bobAsAdmin.finish(merged);
        ask();
        run();
        assertThat(admin.show(id).getInt("version")).isEqualTo(2);
        assertThat(
                        rows.text(
                                "select owner || original_file_name from file where id = ?::uuid",
                                merged))
                .startsWith("erased:")
                .doesNotContain("of bob");
        assertThat(rows.text("select replaced_by from file_version where file_id = ?::uuid", id))
                .startsWith("erased:");
    }

    @Test
    @DisplayName("takes the tokens that stand in addresses, at once and again at its end")
    void takesTheTokensThatStandInAddresses() {
        var endpoint = issueToken();
        var pending = owner.start(PNG).getString("id");
        ask();
        given().queryParam("filename", "a.png").get(endpoint + "/s3/params").then().statusCode(401);

        issueToken();
        run();
        clock.goOn(Duration.ofHours(2));
        forgetContent.run(pending, 1);
        run();
        assertThat(report().getString("state")).isEqualTo("finished");
        assertThat(rows.texts("select hash from upload_token where owner = ?", bob)).isEmpty();
    }

    @Test
    void ofSomebodyUnknownIsOverAtOnceAndMayBeRepeated() {
        ask();
        ask();
        run();
        run();
        assertThat(report().getString("state")).isEqualTo("finished");
        assertThat(report().getString("owner")).isEqualTo(bob);
    }

    @Test
    void isForAdminsAndHasAReportOnlyOnceItWasAskedFor() {
        assertThat(owner.request().delete("/api/owners/{sub}", bob).statusCode()).isEqualTo(403);
        var nothing = admin.request().get("/api/owners/{sub}/erasure", bob);
        assertThat(nothing.statusCode()).isEqualTo(404);
        assertThat(nothing.jsonPath().getString("code")).isEqualTo("no_erasure");
    }

    private JsonPath finished() {
        return owner.upload("picture.png", "image/png", PICTURE);
    }

    private String issueToken() {
        return owner.request()
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/uppy/token")
                .then()
                .statusCode(200)
                .extract()
                .path("endpoint");
    }

    private JsonPath ask() {
        return admin.request()
                .delete("/api/owners/{sub}", bob)
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();
    }

    private JsonPath report() {
        return admin.request()
                .get("/api/owners/{sub}/erasure", bob)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void hold(String id, boolean on) {
        admin.request()
                .contentType(ContentType.JSON)
                .body(Map.of("on", on))
                .put("/api/files/" + id + "/legal-hold")
                .then()
                .statusCode(200);
    }

    /// Does at once what the queue does in its time, and may do at this moment, too.
    private void run() {
        eraseOwner.run(Erasures.digest(bob), 1);
    }
}
