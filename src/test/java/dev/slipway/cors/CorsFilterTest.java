package dev.slipway.cors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Pages of other origins")
class CorsFilterTest {

    private static final String UPLOAD = "/api/upload/1";
    private static final String OURS = "https://app.example.org";

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private Router router;
    private int port;

    @BeforeEach
    void start() throws Exception {
        router = Router.router(vertx);
        port =
                vertx.createHttpServer()
                        .requestHandler(router)
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get()
                        .actualPort();
    }

    @AfterEach
    void stop() {
        vertx.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST", "PUT"})
    void maySendAnyHeaderWithTheseMethods(String method) throws Exception {
        allow("*");

        var answer = preflight(UPLOAD, OURS, method);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Access-Control-Allow-Origin")).hasValue("*");
        assertThat(header(answer, "Access-Control-Allow-Methods")).hasValue("GET, HEAD, POST, PUT");
        assertThat(header(answer, "Access-Control-Allow-Headers")).hasValue("x-one, x-two");
        assertThat(header(answer, "Access-Control-Max-Age")).hasValue("3000");
        assertThat(header(answer, "Access-Control-Allow-Credentials")).isEmpty();
    }

    @Test
    void mayNotDelete() throws Exception {
        allow("*");

        assertThat(preflight(UPLOAD, OURS, "DELETE").statusCode()).isEqualTo(403);
    }

    @Test
    void readTheETagAndTheLocation() throws Exception {
        allow("*");

        var answer = get("/media/public/1", OURS);

        assertThat(answer.body()).isEqualTo("served");
        assertThat(header(answer, "Access-Control-Expose-Headers")).hasValue("ETag, Location");
    }

    @Test
    void areOnlyThoseThatAreNamed() throws Exception {
        allow(OURS, "https://other.example.org");

        var ours = get("/media/public/1", OURS);
        var foreign = get("/media/public/1", "https://evil.example.org");

        assertThat(header(ours, "Access-Control-Allow-Origin")).hasValue(OURS);
        assertThat(header(ours, "Vary")).hasValue("origin");
        assertThat(header(foreign, "Access-Control-Allow-Origin")).isEmpty();
        assertThat(header(foreign, "Vary")).hasValue("origin");
        assertThat(preflight(UPLOAD, OURS, "POST").statusCode()).isEqualTo(200);
        assertThat(preflight(UPLOAD, "https://evil.example.org", "POST").statusCode())
                .isEqualTo(403);
    }

    @Test
    void areNoConcernOfOtherAddresses() throws Exception {
        allow("*");

        var answer = get("/api/files/1", OURS);

        assertThat(answer.body()).isEqualTo("served");
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEmpty();
        assertThat(preflight("/api/files/1", OURS, "POST").body()).isEqualTo("served");
    }

    @Test
    void getTheAnswerOfTheLongestPath() throws Exception {
        rules(api(), CrossOrigin.closed("/api/dev/"));

        assertThat(header(get("/api/files", OURS), "Access-Control-Allow-Origin")).hasValue(OURS);
        for (var path :
                List.of(
                        "/api/dev/token",
                        "/api/dev/token/",
                        "//api//dev/token",
                        "/api/%64ev/token",
                        "/api/files/../dev/token",
                        "/api/dev;a=b/token",
                        "/api/;a=b/dev/token")) {
            var answer = get(path, OURS);
            assertThat(answer.body()).isEqualTo("served");
            assertThat(answer.headers().map().keySet())
                    .as(path)
                    .noneMatch(name -> name.startsWith("access-control"));
        }
    }

    @Test
    void maySendCookiesAndNamedHeadersWhereThatIsSaid() throws Exception {
        rules(api());

        var answer = preflight("/api/files", OURS, "DELETE");

        assertThat(header(answer, "Access-Control-Allow-Credentials")).hasValue("true");
        assertThat(header(answer, "Access-Control-Allow-Headers"))
                .hasValue("authorization, content-type");
        assertThat(header(get("/api/files", OURS), "Access-Control-Allow-Credentials"))
                .hasValue("true");
    }

    @Test
    void neverSendCookiesFromAnywhere() {
        assertThatThrownBy(
                        () ->
                                new CrossOrigin(
                                        List.of("/"),
                                        List.of("*"),
                                        List.of("GET"),
                                        null,
                                        List.of(),
                                        true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void areNotMeantByOptionsThatAreNoPreflight() throws Exception {
        rules(api());

        var answer =
                client.send(
                        HttpRequest.newBuilder(uri("/api/files"))
                                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.body()).isEqualTo("served");
    }

    private static CrossOrigin api() {
        return new CrossOrigin(
                List.of("/api/"),
                List.of(OURS),
                List.of("GET", "POST", "DELETE"),
                List.of("authorization", "content-type"),
                List.of("ETag"),
                true);
    }

    private void allow(String... origins) {
        rules(
                new CrossOrigin(
                        List.of("/media/", "/api/upload/"),
                        List.of(origins),
                        List.of("GET", "HEAD", "POST", "PUT"),
                        null,
                        List.of("ETag", "Location"),
                        false));
    }

    private void rules(CrossOrigin... rules) {
        router.route().handler(new CorsFilter(List.of(rules))::filter);
        router.route().handler(http -> http.end("served"));
    }

    private HttpResponse<String> get(String path, String origin) throws Exception {
        return client.send(
                HttpRequest.newBuilder(uri(path)).header("Origin", origin).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> preflight(String path, String origin, String method)
            throws Exception {
        return client.send(
                HttpRequest.newBuilder(uri(path))
                        .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                        .header("Origin", origin)
                        .header("Access-Control-Request-Method", method)
                        .header("Access-Control-Request-Headers", "x-one, x-two")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static Optional<String> header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name);
    }
}
