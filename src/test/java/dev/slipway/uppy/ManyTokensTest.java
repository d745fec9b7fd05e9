package dev.slipway.uppy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import dev.slipway.flow.Api;
import dev.slipway.flow.Rows;
import dev.slipway.flow.SettableClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@DisplayName("D25: tokens in addresses")
class ManyTokensTest {

    @Inject SettableClock clock;
    @Inject Rows rows;
    @Inject PurgeTokens purgeTokens;

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void areForgottenOnceTheirTimeIsOverHoweverManyThereAre() {
        var crowd = "crowd-" + UUID.randomUUID();
        fill(crowd, 1200, Duration.ofHours(-1));
        purgeTokens.run();
        assertThat(rows.texts("select hash from upload_token where owner = ?", crowd)).isEmpty();
    }

    @Test
    void areAHundredOfOneOwnerAtMostAlsoWhenAskedForAtOnce() throws Exception {
        var eager = "eager-" + UUID.randomUUID();
        fill(eager, 50, Duration.ofMinutes(-1));
        fill(eager, 99, Duration.ofMinutes(5));
        var api = Api.as(eager, "service");
        Callable<Response> issue = () -> issue(api);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    threads.invokeAll(List.of(issue, issue, issue, issue)).stream()
                            .map(answer -> answer.resultNow().statusCode())
                            .toList();
            assertThat(answers).containsExactlyInAnyOrder(200, 429, 429, 429);
        }
        var refused = issue(api);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.jsonPath().getString("error")).isEqualTo("too_many_tokens");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(240, 301);
        assertThat(issue(Api.as("alice", "user")).statusCode()).isEqualTo(200);
        clock.goOn(Duration.ofMinutes(5));
        assertThat(issue(api).statusCode()).isEqualTo(200);
    }

    /// So many tokens of the owner, for as long from now.
    private void fill(String owner, int tokens, Duration life) {
        rows.update(
                """
                insert into upload_token (hash, owner, roles, profile, max_files, expires_at)
                select ? || number, ?, '["user"]', 'default', 1, ?
                from generate_series(1, ?) number
                """,
                owner + life,
                owner,
                clock.instant().plus(life).atOffset(ZoneOffset.UTC),
                tokens);
    }

    private static Response issue(Api api) {
        return api.request().contentType(ContentType.JSON).body("{}").post("/uppy/token");
    }
}
