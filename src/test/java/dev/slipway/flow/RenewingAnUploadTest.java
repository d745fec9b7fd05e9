package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import dev.slipway.file.FileState;
import dev.slipway.file.Files;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@DisplayName("D12 U27: renewing a pending upload")
class RenewingAnUploadTest {

    private static final byte[] PICTURE = Samples.png(40, 30);
    private static final Map<String, Object> PNG =
            Map.of(
                    "file_name",
                    "picture.png",
                    "file_type",
                    "image/png",
                    "file_size",
                    PICTURE.length,
                    "metadata",
                    Map.of("album", "Ägäis"));

    @Inject SettableClock clock;
    @Inject Files files;

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
    void answersAFreshFormWithTheSameTerms() {
        var started = alice.start(PNG);
        var id = started.getString("id");
        clock.goOn(Duration.ofMinutes(20));
        var renewed = alice.renew(id);
        for (var same : new String[] {"id", "state", "storage", "method", "url", "key"}) {
            assertThat(renewed.getString(same)).isEqualTo(started.getString(same));
        }
        assertThat(renewed.getLong("max_size")).isEqualTo(PICTURE.length);
        assertThat(renewed.getString("fields.x-amz-meta-album"))
                .isNotNull()
                .isEqualTo(started.getString("fields.x-amz-meta-album"));
        assertThat(life(renewed)).isBetween(Duration.ofSeconds(895), Duration.ofSeconds(900));
        Api.send(renewed, PICTURE);
        assertThat(alice.finish(id).getMap("metadata")).containsEntry("album", "Ägäis");
    }

    @Test
    void goesOnUntilTheEndOfTheLifetimeAndNotFurther() {
        var id = alice.start(PNG).getString("id");
        clock.goOn(Duration.ofHours(24).minusMinutes(5));
        assertThat(life(alice.renew(id))).isBetween(Duration.ofSeconds(290), Duration.ofMinutes(5));
        clock.goOn(Duration.ofMinutes(5));
        assertThat(code(alice.tryRenew(id), 410)).isEqualTo("upload_expired");
    }

    @Test
    void isForItsOwnerAndThoseWhoSeeEverything() {
        var id = alice.start(PNG).getString("id");
        assertThat(code(Api.as("mallory", "user").tryRenew(id), 404)).isEqualTo("not_found");
        assertThat(code(alice.tryRenew("nonsense"), 404)).isEqualTo("not_found");
        assertThat(code(alice.tryRenew(UUID.randomUUID().toString()), 404)).isEqualTo("not_found");
        assertThat(Api.as("app", "service").renew(id).getString("id")).isEqualTo(id);
    }

    @Test
    void isRefusedOnceTheBytesAreBeingVerifiedOrAreAFile() {
        var id = alice.startAndSend(PNG, PICTURE).getString("id");
        files.move(UUID.fromString(id), FileState.PENDING, FileState.VERIFYING);
        assertThat(code(alice.tryRenew(id), 409)).isEqualTo("not_pending");
        files.move(UUID.fromString(id), FileState.VERIFYING, FileState.PENDING);
        alice.finish(id);
        assertThat(code(alice.tryRenew(id), 409)).isEqualTo("not_pending");
    }

    @Test
    void isRefusedOnceTheUploadHasEnded() {
        var cancelled = alice.start(PNG).getString("id");
        alice.delete(cancelled);
        assertThat(code(alice.tryRenew(cancelled), 410)).isEqualTo("upload_cancelled");

        var html = "<html>".getBytes(StandardCharsets.UTF_8);
        var rejected = alice.startAndSend(Map.of("file_name", "a.png"), html).getString("id");
        alice.tryFinish(rejected);
        assertThat(code(alice.tryRenew(rejected), 410)).isEqualTo("upload_ended");

        var expired = alice.start(PNG).getString("id");
        clock.goOn(Duration.ofHours(2));
        alice.tryFinish(expired);
        assertThat(code(alice.tryRenew(expired), 410)).isEqualTo("upload_expired");
    }

    @Test
    @DisplayName("renew against the reaper: what saw the old expiry loses")
    void winsAgainstTheReaper() {
        var id = UUID.fromString(alice.start(PNG).getString("id"));
        var seen = files.find(id).orElseThrow();
        clock.goOn(Duration.ofHours(2));
        alice.renew(id.toString());
        assertThat(files.expire(seen, clock.instant())).isFalse();
        assertThat(files.find(id).orElseThrow().state()).isEqualTo(FileState.PENDING);
    }

    @Test
    void manyAtOnceAllGetAForm() throws Exception {
        var id = alice.start(PNG).getString("id");
        clock.goOn(Duration.ofMinutes(1));
        Callable<Integer> renew = () -> alice.tryRenew(id).statusCode();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var status : threads.invokeAll(Collections.nCopies(8, renew))) {
                assertThat(status.get()).isEqualTo(200);
            }
        }
    }

    private static Duration life(JsonPath answer) {
        return Duration.between(
                Instant.parse(answer.getString("server_time")),
                Instant.parse(answer.getString("expires_at")));
    }

    private static String code(Response response, int status) {
        return response.then().statusCode(status).extract().path("code");
    }
}
