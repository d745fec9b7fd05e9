package dev.slipway.uppy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import dev.slipway.flow.Api;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Listens to all that is logged, whoever logs it.
abstract class AccessLogContract {

    private final Logger log = Logger.getLogger("");
    private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Handler listener =
            new Handler() {
                @Override
                public void publish(LogRecord line) {
                    lines.add(line.getMessage() + " " + Arrays.toString(line.getParameters()));
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };

    abstract static class Logged implements QuarkusTestProfile {

        private final boolean consolidated;

        Logged(boolean consolidated) {
            this.consolidated = consolidated;
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.access-log.enabled", "true",
                    "quarkus.http.access-log.consolidate-rerouted-requests",
                            String.valueOf(consolidated),
                    "quarkus.http.access-log.pattern", "%r %U %R %<r %<U %<R %s");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(PostgresResource.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @BeforeEach
    void listen() {
        log.addHandler(listener);
    }

    @AfterEach
    void listenNoMore() {
        log.removeHandler(listener);
    }

    @Test
    void saysNoToken() throws Exception {
        var token =
                Api.as("alice", "user")
                        .request()
                        .contentType(ContentType.JSON)
                        .body("{}")
                        .post("/uppy/token")
                        .<String>path("token");
        given().queryParam("filename", "a.png")
                .get("/uppy/t/" + token + "/s3/params")
                .then()
                .statusCode(200);
        given().urlEncodingEnabled(false)
                .patch("/uppy//t/" + token + "/s3/params")
                .then()
                .statusCode(405);
        given().get("/uppy/t/" + token).then().statusCode(404);
        given().get("/api/files?cursor=last").then().statusCode(401);

        assertThat(linesUntil("cursor=last"))
                .anyMatch(line -> line.startsWith("GET /uppy/s3/params?filename=a.png HTTP/1.1"))
                .anyMatch(line -> line.startsWith("PATCH /uppy/s3/params") && line.contains("405"))
                .anyMatch(line -> line.startsWith("GET /uppy/none") && line.contains("404"))
                .noneMatch(line -> line.contains(token));
    }

    @Test
    void saysAllOtherAddressesAsTheyAre() throws Exception {
        given().get("/api/files?cursor=1").then().statusCode(401);

        assertThat(linesUntil("cursor=1"))
                .anyMatch(line -> line.startsWith("GET /api/files?cursor=1 HTTP/1.1"));
    }

    /// All lines up to the one that says this, and what has been written since.
    private List<String> linesUntil(String part) throws InterruptedException {
        var seen = new ArrayList<String>();
        do {
            var line = lines.poll(10, TimeUnit.SECONDS);
            assertThat(line).as(part).isNotNull();
            seen.add(line);
        } while (!seen.getLast().contains(part));
        lines.drainTo(seen);
        return seen;
    }
}
