package dev.slipway.hook;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.flow.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may send events, and in which form.
@QuarkusTest
@TestProfile(OnS3WithEvents.class)
class SendingEventsTest {

    private static final String JSON = "application/json";
    private static final String BEARER = "Bearer " + OnS3WithEvents.SECRET;
    private static final String SNS = "https://sns.eu-central-1.amazonaws.com/";

    @Inject NotedVisits visits;

    @Test
    @DisplayName("D95: both secrets are good, as Bearer and as anybody's password")
    void bothSecrets() {
        for (var secret : List.of(OnS3WithEvents.OLD_SECRET, OnS3WithEvents.SECRET)) {
            assertThat(Hook.post("Bearer " + secret, JSON, "{}").status()).isEqualTo(200);
            assertThat(Hook.post(basic("sns", secret), JSON, "{}").status()).isEqualTo(200);
            assertThat(Hook.post(basic("", secret), JSON, "{}").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer nonsense",
                "Bearer a.b.c",
                "Bearer " + OnS3WithEvents.SECRET + "x",
                "Bearer " + OnS3WithEvents.OLD_SECRET + "," + OnS3WithEvents.SECRET,
                "Basic nonsense",
                "Basic c25zOndyb25n",
                "Digest username=\"sns\"",
                "Negotiate abc"
            })
    @DisplayName("D95: without a secret SNS is asked for the one in its URL")
    void wrongSecrets(@Nullable String authorization) {
        var refusal = Hook.post(authorization, JSON, "not even JSON");
        assertProblem(refusal, 401, "hook_secret_required");
        assertThat(refusal.header("WWW-Authenticate"))
                .isEqualTo("Basic realm=\"storage events\", charset=\"UTF-8\"");
    }

    @Test
    @DisplayName("D95: a user's token is no secret, and the secret is no token")
    void tokens() {
        var admin = Jwt.subject("root").groups("admin").sign();
        assertProblem(Hook.post("Bearer " + admin, JSON, "{}"), 401, "hook_secret_required");
        var refusal = Api.withToken(OnS3WithEvents.SECRET).request().get("/api/files");
        assertThat(refusal.statusCode()).isEqualTo(401);
        assertThat(refusal.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "text/plain; charset=UTF-8",
                "application/x-www-form-urlencoded",
                "application/cloudevents+json",
                "multipart/form-data; boundary=a"
            })
    @DisplayName("D95: SNS calls its JSON plain text, others whatever they like")
    void anyContentType(String type) {
        assertThat(Hook.post(BEARER, type, "{}").status()).isEqualTo(200);
    }

    @Test
    void noContentTypeAndASlashAtTheEnd() {
        var answer = Hook.post(Hook.PATH + "/", BEARER, null, "{}");
        assertThat(answer.body()).isEqualTo("{\"accepted\":0,\"ignored\":1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{} {}", "not JSON", "<Event/>", "\u0000"})
    void whatIsNoJson(String body) {
        assertProblem(Hook.post(BEARER, JSON, body), 400, "malformed_request");
    }

    @Test
    @DisplayName("deep or long JSON is refused before it hurts")
    void deepOrLong() {
        var deep = "[".repeat(200_000);
        assertProblem(Hook.post(deep), 400, "malformed_request");
        assertThat(Hook.post(Messages.sns(deep)).status()).isEqualTo(200);
        var number = "{\"Records\": " + "9".repeat(100_000) + "}";
        assertProblem(Hook.post(number), 400, "malformed_request");
        var filler = "\"" + "a".repeat(1000) + "\",";
        var wide = "[" + filler.repeat(1_100) + "1]";
        assertProblem(Hook.post(wide), 413, "body_too_large");
    }

    @Test
    @DisplayName("D95: a subscription is confirmed at SNS by a job, and nowhere else")
    void subscriptions() throws InterruptedException {
        for (var hostile :
                List.of(
                        "",
                        "http://sns.eu-central-1.amazonaws.com/",
                        "https://evil.example/?Token=1",
                        "https://sns.eu-central-1.amazonaws.com.evil.example/",
                        "https://sns.eu-central-1.amazonaws.com@evil.example/",
                        "https://sns.eu-central-1.amazonaws.com:8443/",
                        "https://169.254.169.254/latest/meta-data/",
                        "file:///etc/passwd")) {
            assertProblem(Hook.post(Messages.subscription(hostile)), 422, "invalid_subscription");
        }
        assertProblem(
                Hook.post("{\"Type\": \"SubscriptionConfirmation\"}"), 422, "invalid_subscription");
        var good = SNS + "?Action=ConfirmSubscription&TopicArn=arn:aws:sns:a&Token=2336412f37";
        var answer =
                Hook.post(
                        basic("sns", OnS3WithEvents.SECRET),
                        "text/plain; charset=UTF-8",
                        Messages.subscription(good));
        assertThat(answer.body()).isEqualTo("{\"accepted\":1,\"ignored\":0}");
        assertThat(visits.addresses().poll(20, TimeUnit.SECONDS)).isEqualTo(URI.create(good));
        assertThat(visits.addresses()).isEmpty();
    }

    @Test
    void itIsNoPageToLookAt() {
        assertThat(given().get(Hook.PATH).statusCode()).isEqualTo(405);
    }

    private static String basic(String user, String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    }

    private static void assertProblem(Hook.Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
    }
}
