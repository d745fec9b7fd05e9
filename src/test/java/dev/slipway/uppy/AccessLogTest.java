package dev.slipway.uppy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import dev.slipway.flow.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AccessLogTest.Logged.class)
@DisplayName("D25: an access log, in whatever pattern,")
class AccessLogTest {

    private final Logger log = Logger.getLogger("io.quarkus.http.access-log");
    private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Handler listener =
            new Handler() {
                @Override
                public void publish(LogRecord line) {
                    lines.add(line.getMessage());
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };

    public static final class Logged implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.access-log.enabled", "true",
                    "quarkus.http.access-log.consolidate-rerouted-requests", "true",
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

        assertThat(next("params"))
                .startsWith("GET /uppy/s3/params?filename=a.png HTTP/1.1")
                .doesNotContain(token);
        assertThat(next("405")).doesNotContain(token);
        assertThat(next("404")).doesNotContain(token);
        assertThat(lines).isEmpty();
    }

    @Test
    void saysAllOtherAddressesAsTheyAre() throws Exception {
        given().get("/api/files?cursor=1").then().statusCode(401);

        assertThat(next("/api/files")).startsWith("GET /api/files?cursor=1 HTTP/1.1");
    }

    private String next(String part) throws InterruptedException {
        while (true) {
            var line = lines.poll(10, TimeUnit.SECONDS);
            assertThat(line).as(part).isNotNull();
            if (line.contains(part)) {
                return line;
            }
        }
    }
}
