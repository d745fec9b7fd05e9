package dev.slipway.uppy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import dev.slipway.file.Sha256;
import dev.slipway.flow.Api;
import dev.slipway.flow.Rows;
import dev.slipway.flow.SettableClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
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
@DisplayName("D25: a token in Uppy's address")
class TokensInAddressesTest {

    private static final Map<String, String> PNG = Map.of("filename", "a.png", "type", "image/png");

    @Inject SettableClock clock;
    @Inject Rows rows;
    @Inject PurgeTokens purgeTokens;

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
    void isForAnHour() {
        var issued = issue(alice, Map.of());
        assertThat(issued.getInt("expires_in")).isEqualTo(3600);
        assertThat(issued.getString("endpoint"))
                .startsWith("http://localhost")
                .endsWith("/uppy/t/" + issued.getString("token"));
        clock.goOn(Duration.ofMinutes(59));
        assertThat(start(issued, PNG).statusCode()).isEqualTo(200);
        clock.goOn(Duration.ofMinutes(1));
        assertRefused(start(issued, PNG), 401, "unauthenticated");
    }

    @Test
    void isForgottenOnceItsTimeIsOverWhoeverElseAsksForOne() {
        var issued = issue(alice, Map.of("profile", "film"));
        create(issued, Map.of("filename", "a.txt", "type", "text/plain"));
        var hash = Sha256.hex(issued.getString("token"));
        var owners = "select owner from upload_token where hash = ?";
        var starts = "select file_id from upload_token_start where hash = ?";
        assertThat(rows.texts(owners, hash)).containsExactly("alice");
        assertThat(rows.texts(starts, hash)).hasSize(1);
        clock.goOn(Duration.ofHours(1));
        purgeTokens.run();
        assertThat(rows.texts(owners, hash)).isEmpty();
        assertThat(rows.texts(starts, hash)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "service"})
    void startsAsManyUploadsAsAUserMayWhateverElseItsOwnerIs(String role) {
        var owner = role + "-" + UUID.randomUUID();
        var api = Api.as(owner, role);
        var issued = issue(api, Map.of());
        assertThat(start(issued, PNG).statusCode()).isEqualTo(200);
        rows.update("update account set pending = 10000 where owner = ?", owner);
        assertRefused(start(issued, PNG), 429, "too_many_pending");
        api.request().queryParams(PNG).get("/uppy/s3/params").then().statusCode(200);
    }

    @Test
    void isNoBearerToken() {
        var bearer = Api.withToken(issue(alice, Map.of()).getString("token"));
        bearer.request().get("/api/files").then().statusCode(401);
        bearer.request().queryParams(PNG).get("/uppy/s3/params").then().statusCode(401);
        assertThat(tryIssue(bearer, Map.of()).statusCode()).isEqualTo(401);
    }

    @Test
    void isNoneWhenItIsABearerTokenOrInvented() {
        var bearer = alice.request().get("/api/files").statusCode();
        assertThat(bearer).isEqualTo(200);
        var jwt =
                given().contentType(ContentType.JSON)
                        .body(Map.of("subject", "alice"))
                        .post("/api/dev/token")
                        .<String>path("token");
        for (var token : List.of(jwt, "nonsense", "%00", "a b")) {
            var refused = given().queryParams(PNG).get("/uppy/t/{token}/s3/params", token);
            assertRefused(refused, 401, "unauthenticated");
        }
        // not even for somebody who is known otherwise
        assertRefused(
                alice.request().queryParams(PNG).get("/uppy/t/nonsense/s3/params"),
                401,
                "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/token", "/s3", "", "/api/files", "/s3/params/more"})
    void opensNothingButTheCallsOfUppy(String path) {
        var endpoint = issue(alice, Map.of()).getString("endpoint");
        var answer = given().queryParams(PNG).get(endpoint + path);
        assertThat(answer.statusCode()).isIn(401, 404);
        assertThat(
                        given().contentType(ContentType.JSON)
                                .body("{}")
                                .post(endpoint + path)
                                .statusCode())
                .isIn(401, 404, 405);
    }

    @Test
    void startsOnlySoManyUploadsAlsoAtOnce() throws Exception {
        var issued = issue(alice, Map.of("max_files", 3));
        assertRefused(start(issued, Map.of("type", "image/png")), 422, "invalid_file_name");
        Callable<Integer> start = () -> start(issued, PNG).statusCode();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    threads.invokeAll(List.of(start, start, start, start, start)).stream()
                            .map(answer -> answer.resultNow())
                            .toList();
            assertThat(answers).containsExactlyInAnyOrder(200, 200, 200, 403, 403);
        }
        assertRefused(start(issued, PNG), 403, "token_used_up");
        assertRefused(
                given().contentType(ContentType.JSON)
                        .body(PNG)
                        .post(issued.getString("endpoint") + "/s3/multipart"),
                403,
                "token_used_up");
    }

    @Test
    void isForOneProfileThatItsOwnerMayUse() {
        var issued = issue(alice, Map.of("profile", "phone"));
        var other = Map.of("filename", "a.png", "metadata[profile]", "default");
        assertRefused(start(issued, other), 403, "token_for_profile");
        var same = Map.of("filename", "a.png", "metadata[profile]", "phone");
        var id = start(issued, same).jsonPath().getString("fields.key").substring(9);
        assertThat(alice.show(id).getString("profile")).isEqualTo("phone");
        assertRefused(tryIssue(alice, Map.of("profile", "staff")), 403, "profile_not_allowed");
        assertRefused(tryIssue(alice, Map.of("profile", "none")), 404, "unknown_profile");
        var root = issue(Api.as("root", "admin"), Map.of("profile", "staff"));
        assertThat(start(root, PNG).statusCode()).isEqualTo(200);
    }

    @Test
    void showsUploadsOfItsOwnerAndProfileOnly() {
        var film = Map.of("filename", "a.txt", "type", "text/plain");
        var issued = issue(alice, Map.of("profile", "film"));
        var upload = create(issued, film);
        assertThat(list(issued, upload).statusCode()).isEqualTo(200);
        assertRefused(list(issue(alice, Map.of()), upload), 404, "not_found");
        var bob = issue(Api.as("bob", "user"), Map.of("profile", "film"));
        assertRefused(list(bob, upload), 404, "not_found");
        // an admin's token is no admin's eye
        var root = issue(Api.as("root", "admin"), Map.of("profile", "film"));
        assertRefused(list(root, upload), 404, "not_found");
    }

    @Test
    void isForAReasonableNumberOfFiles() {
        for (var files : List.of(0, -1, 1001)) {
            assertRefused(tryIssue(alice, Map.of("max_files", files)), 422, "invalid_max_files");
        }
        assertRefused(tryIssue(alice, Map.of("max_files", "5")), 400, "malformed_request");
        alice.request().contentType(ContentType.JSON).post("/uppy/token").then().statusCode(400);
        given().contentType(ContentType.JSON).body("{}").post("/uppy/token").then().statusCode(401);
    }

    @Test
    void tellsNobodyItsAddress() {
        var issued = issue(alice, Map.of());
        var answer = start(issued, PNG);
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        start(issued, Map.of()).then().statusCode(422);
        var endpoint = issued.getString("endpoint");
        given().get(endpoint + "/s3/nothing").then().statusCode(404);
        given().patch(endpoint + "/s3/params").then().statusCode(405);
        given().header("Origin", "https://app.example.org")
                .header("Access-Control-Request-Method", "GET")
                .options(endpoint + "/s3/params");
        given().queryParams(PNG).get("/uppy/t/unheard-of/s3/params").then().statusCode(401);
        var metrics = given().get("/q/metrics").asString();
        assertThat(metrics)
                .contains("uri=\"/uppy/t/{token}\"")
                .doesNotContain(issued.getString("token"), "unheard-of");
    }

    private static String create(JsonPath issued, Map<String, ?> body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post(issued.getString("endpoint") + "/s3/multipart")
                .then()
                .statusCode(200)
                .extract()
                .path("uploadId");
    }

    private static Response list(JsonPath issued, String upload) {
        return given().queryParam("key", "incoming/" + upload)
                .get(issued.getString("endpoint") + "/s3/multipart/" + upload);
    }

    private static Response start(JsonPath issued, Map<String, String> query) {
        return given().queryParams(query).get(issued.getString("endpoint") + "/s3/params");
    }

    private static JsonPath issue(Api api, Map<String, ?> body) {
        return tryIssue(api, body).then().statusCode(200).extract().jsonPath();
    }

    private static Response tryIssue(Api api, Map<String, ?> body) {
        return api.request().contentType(ContentType.JSON).body(body).post("/uppy/token");
    }

    private static void assertRefused(Response refused, int status, String error) {
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(status);
        assertThat(refused.jsonPath().getMap("")).containsOnlyKeys("error", "message");
        assertThat(refused.jsonPath().getString("error")).isEqualTo(error);
    }
}
