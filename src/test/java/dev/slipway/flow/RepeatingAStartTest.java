package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@DisplayName("D10 U13: a start with an idempotency key")
class RepeatingAStartTest {

    private static final byte[] PICTURE = Samples.png(40, 30);
    private static final Map<String, String> PNG =
            Map.of("file_name", "picture.png", "file_type", "image/png");

    @Inject SettableClock clock;

    private final String key = UUID.randomUUID().toString();
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
    void answersTheSameFileWithAFormForTheRemainingTime() {
        var first = alice.start(PNG, key);
        clock.goOn(Duration.ofMinutes(5));
        var second = alice.start(PNG, key);
        assertThat(second.getString("id")).isEqualTo(first.getString("id"));
        assertThat(second.getString("expires_at")).isEqualTo(first.getString("expires_at"));
        assertThat(second.getString("key")).isEqualTo(first.getString("key"));
        assertThat(second.getLong("max_size")).isEqualTo(first.getLong("max_size"));
        Api.send(second, PICTURE);
        assertThat(alice.finish(first.getString("id")).getString("state")).isEqualTo("finished");
    }

    @Test
    void answersIdAndStateAloneOnceItIsFinished() {
        var id = alice.start(PNG, key);
        Api.send(id, PICTURE);
        alice.finish(id.getString("id"));
        assertThat(alice.start(PNG, key).getMap(""))
                .isEqualTo(Map.of("id", id.getString("id"), "state", "finished"));
    }

    @Test
    void answersNoFormThatWorksNoMore() {
        var id = alice.start(PNG, key).getString("id");
        clock.goOn(Duration.ofMinutes(16));
        assertThat(alice.start(PNG, key).getMap(""))
                .isEqualTo(Map.of("id", id, "state", "pending"));
        alice.renew(id);
        assertThat(alice.start(PNG, key).getString("url")).isNotNull();
    }

    @Test
    void doesNotCareHowTheBodyIsWritten() {
        var one = "{\"file_name\":\"a.png\",\"metadata\":{\"a\":\"1\",\"b\":\"2\"},\"x\":1}";
        var other =
                "{ \"metadata\": {\"b\": \"2\", \"a\": \"1\"}, \"file_name\": \"\\u0061.png\" }";
        assertThat(alice.tryStart(one, key).jsonPath().getString("id"))
                .isEqualTo(alice.tryStart(other, key).jsonPath().getString("id"));
    }

    @Test
    void refusesTheKeyOfAnotherBody() {
        alice.start(PNG, key);
        var other = Map.of("file_name", "other.png", "file_type", "image/png");
        assertThat(code(alice.tryStart(other, key), 422)).isEqualTo("idempotency_key_reused");
    }

    @Test
    void isNothingToOtherOwners() {
        var id = alice.start(PNG, key).getString("id");
        assertThat(Api.as("bob", "user").start(PNG, key).getString("id")).isNotEqualTo(id);
    }

    @Test
    void hasItsKeyFreeAgainAfterADay() {
        var id = alice.start(PNG, key).getString("id");
        clock.goOn(Duration.ofHours(23));
        assertThat(alice.start(PNG, key).getString("id")).isEqualTo(id);
        clock.goOn(Duration.ofHours(1));
        var other = Map.of("file_name", "other.png", "file_type", "image/png");
        assertThat(alice.start(other, key).getString("id")).isNotEqualTo(id);
    }

    @Test
    void hasItsKeyFreeAgainOnceTheFileIsDeletedRejectedOrExpired() {
        var cancelled = alice.start(PNG, key).getString("id");
        alice.delete(cancelled).then().statusCode(204);

        var rejected = alice.start(PNG, key);
        assertThat(rejected.getString("id")).isNotEqualTo(cancelled);
        Api.send(rejected, "<html>".getBytes(StandardCharsets.UTF_8));
        assertThat(alice.tryFinish(rejected.getString("id")).statusCode()).isEqualTo(422);

        var expired = alice.start(PNG, key).getString("id");
        assertThat(expired).isNotEqualTo(rejected.getString("id"));
        clock.goOn(Duration.ofHours(2));
        assertThat(alice.tryFinish(expired).statusCode()).isEqualTo(410);
        assertThat(alice.start(PNG, key).getString("id")).isNotEqualTo(expired);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "ü"})
    void refusesAKeyThatCannotBeKept(String bad) {
        assertThat(code(alice.tryStart(PNG, bad), 422)).isEqualTo("invalid_idempotency_key");
        var inTheBody = Map.of("file_name", "a.png", "idempotency_key", "");
        assertThat(code(alice.tryStart(inTheBody), 422)).isEqualTo("invalid_idempotency_key");
    }

    @Test
    void takesAKeyOfUpTo255Characters() {
        var longest = (key + "x".repeat(255)).substring(0, 255);
        assertThat(alice.tryStart(PNG, longest).statusCode()).isEqualTo(200);
        assertThat(alice.tryStart(PNG, longest + "x").statusCode()).isEqualTo(422);
    }

    @Test
    void isOneFileHoweverManyComeAtOnce() throws Exception {
        for (var round = 0; round < 5; round++) {
            var shared = UUID.randomUUID().toString();
            Callable<String> start = () -> alice.start(PNG, shared).getString("id");
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var ids = threads.invokeAll(Collections.nCopies(8, start));
                var expected = ids.getFirst().get();
                for (var id : ids) {
                    assertThat(id.get()).isEqualTo(expected);
                }
            }
        }
    }

    private static String code(Response response, int status) {
        return response.then().statusCode(status).extract().path("code");
    }
}
