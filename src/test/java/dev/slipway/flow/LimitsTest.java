package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.file.ForgetContent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Limited.class)
class LimitsTest {

    private static final byte[] PICTURE = Samples.png(40, 30);
    private static final long LARGEST = 10 << 20;
    private static final Map<String, Object> UNSIZED = Map.of("file_name", "a.png");
    private static final Map<String, Object> SIZED =
            Map.of("file_name", "a.png", "file_size", PICTURE.length);

    @Inject SettableClock clock;
    @Inject ForgetContent forgetContent;
    @Inject Books books;

    private String owner;
    private Api api;

    @BeforeEach
    void signIn() {
        owner = "owner-" + UUID.randomUUID();
        api = Api.as(owner, "user");
    }

    @AfterEach
    void backToNow() {
        clock.reset();
        assertThat(books.wrong()).isEmpty();
    }

    @Test
    @DisplayName("D133 U18: the quota is reserved at start, and settled at finish")
    void reservesAtStartAndSettlesAtFinish() {
        var first = api.startAndSend(UNSIZED, PICTURE);
        api.start(UNSIZED);
        api.start(UNSIZED);
        var refusal = api.tryStart(UNSIZED);
        assertThat(code(refusal, 413)).isEqualTo("quota_exceeded");
        assertThat(refusal.jsonPath().getLong("used")).isEqualTo(3 * LARGEST);
        assertThat(refusal.jsonPath().getLong("limit")).isEqualTo(Limited.MAX_BYTES);
        assertThat(refusal.jsonPath().getLong("requested")).isEqualTo(LARGEST);
        api.finish(first.getString("id"));
        assertThat(books.of(owner)).isEqualTo(new Books.Account(2 * LARGEST + PICTURE.length, 2));
        assertThat(api.tryStart(UNSIZED).statusCode()).isEqualTo(413);
        assertThat(api.tryStart(SIZED).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName(
            "D133: a cancelled upload keeps its bytes until its form is dead and nothing there")
    void givesBackWhenNothingCanCome() {
        var id = api.start(UNSIZED).getString("id");
        api.delete(id).then().statusCode(204);
        forget(id);
        assertThat(books.of(owner)).isEqualTo(new Books.Account(LARGEST, 0));
        clock.goOn(Duration.ofMinutes(80));
        forget(id);
        assertThat(books.of(owner)).isEqualTo(new Books.Account(0, 0));
    }

    @Test
    @DisplayName("D133: history counts until it goes, and nothing is given back twice")
    void historyCounts() {
        var body = Map.of("file_name", "a.png", "profile", "own");
        var id = api.startAndSend(body, PICTURE).getString("id");
        api.finish(id);
        var other = Samples.png(50, 60);
        var replacing = Map.of("file_name", "b.png", "replaces", id);
        var second = api.startAndSend(replacing, other).getString("id");
        api.finish(second);
        assertThat(books.of(owner).usedBytes()).isEqualTo(PICTURE.length + other.length);
        clock.goOn(Duration.ofDays(8));
        forget(id);
        forget(second);
        assertThat(books.of(owner)).isEqualTo(new Books.Account(other.length, 0));
        api.delete(id).then().statusCode(204);
        forget(second);
        forget(id);
        assertThat(books.of(owner)).isEqualTo(new Books.Account(0, 0));
    }

    @Test
    @DisplayName("D134 U17: only so many uploads are open at once, also in a batch")
    void onlySoManyArePending() {
        var results =
                api.tryStartAll(SIZED, SIZED, SIZED, SIZED, SIZED, SIZED)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
        assertThat(results.getList("results.state")).startsWith("pending").hasSize(6);
        assertThat(results.getString("results[5].problem.code")).isEqualTo("too_many_pending");
        var refusal = api.tryStart(SIZED);
        assertThat(code(refusal, 429)).isEqualTo("too_many_pending");
        assertThat(refusal.header("Retry-After")).isNotNull();
        assertThat(refusal.jsonPath().getInt("limit")).isEqualTo(Limited.MAX_PENDING);
        api.delete(results.getString("results[0].id"));
        assertThat(api.tryStart(SIZED).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("D134: only so many starts a minute")
    void onlySoManyStartsAMinute() {
        for (var i = 0; i < Limited.STARTS_PER_MINUTE / 100; i++) {
            api.tryStartAll(Collections.nCopies(100, Map.of()).toArray());
        }
        var refusals = 0;
        for (var i = 0; i < 20 && refusals == 0; i++) {
            var answer = api.tryStart(Map.of());
            if (answer.statusCode() == 429) {
                assertThat(code(answer, 429)).isEqualTo("rate_limited");
                assertThat(answer.header("Retry-After")).isEqualTo("1");
                refusals++;
            }
        }
        assertThat(refusals).isPositive();
        clock.goOn(Duration.ofMinutes(1));
        assertThat(api.tryStart(SIZED).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("D133: who looks after all files is not limited, whom a service acts for is")
    void adminsAreNotLimited() {
        for (var role : new String[] {"admin", "service"}) {
            var name = role + UUID.randomUUID();
            var caller = Api.as(name, role);
            for (var i = 0; i < Limited.MAX_PENDING + 1; i++) {
                caller.start(UNSIZED);
            }
            assertThat(books.of(name).pending()).isEqualTo(Limited.MAX_PENDING + 1);
        }
        var app = Api.as("app", "service");
        var forOwner = Map.of("file_name", "a.png", "owner", owner);
        for (var i = 0; i < 3; i++) {
            app.start(forOwner);
        }
        assertThat(code(app.tryStart(forOwner), 413)).isEqualTo("quota_exceeded");
    }

    @Test
    @DisplayName("D9: an identical start inside the window answers the file of the one before")
    void reusesAnUnusedForm() {
        var body =
                Map.of(
                        "file_name", "image.jpg",
                        "file_size", 5,
                        "checksum_sha256", "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=");
        var first = api.start(body);
        clock.goOn(Duration.ofSeconds(20));
        var second = api.start(body);
        assertThat(second.getString("id")).isEqualTo(first.getString("id"));
        assertThat(second.getString("expires_at")).isEqualTo(first.getString("expires_at"));
        assertThat(Api.as("bob", "user").start(body).getString("id"))
                .isNotEqualTo(first.getString("id"));
        clock.goOn(Duration.ofSeconds(11));
        var third = api.start(body).getString("id");
        assertThat(third).isNotEqualTo(first.getString("id"));
        api.delete(third);
        assertThat(api.start(body).getString("id")).isNotEqualTo(third);
    }

    @Test
    @DisplayName("D9: without size and checksum, or with any difference, it is another file")
    void reusesNothingElse() {
        var named = Map.of("file_name", "image.jpg", "file_size", 5);
        assertThat(api.start(named).getString("id")).isNotEqualTo(api.start(named).getString("id"));
        var sum = "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=";
        var one = Map.of("file_name", "image.jpg", "file_size", 5, "checksum_sha256", sum);
        var other = Map.of("file_name", "image.jpg", "file_size", 6, "checksum_sha256", sum);
        assertThat(api.start(one).getString("id")).isNotEqualTo(api.start(other).getString("id"));
    }

    /// Twice, as every job may run.
    private void forget(String id) {
        forgetContent.run(id, 1);
        forgetContent.run(id, 1);
    }

    private static String code(Response response, int status) {
        return response.then().statusCode(status).extract().path("code");
    }
}
