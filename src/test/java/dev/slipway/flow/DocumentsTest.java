package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@DisplayName("D27: the documents")
class DocumentsTest {

    private static final String PAGE = "images.md";

    @TestHTTPResource("/docs/" + PAGE)
    URI address;

    @Test
    void sayThatTheyAreUtf8AndAreReadInTheBrowser() throws Exception {
        var answer = send(HttpRequest.newBuilder(address));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Content-Type"))
                .containsExactly("text/plain; charset=UTF-8");
        assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(document())
                .containsPattern("[^\\x00-\\x7f]");
    }

    @Test
    void areAskedForAgainEachTimeAndSentWhenTheyHaveChanged() throws Exception {
        var first = send(HttpRequest.newBuilder(address));
        assertThat(first.headers().allValues("Cache-Control")).containsExactly("no-cache");
        var changed = first.headers().firstValue("Last-Modified").orElseThrow();

        var again = send(HttpRequest.newBuilder(address).header("If-Modified-Since", changed));

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void areNotFoundInTheWordsOfAnyOtherAddress() throws Exception {
        var answer = send(HttpRequest.newBuilder(address.resolve("none.md")));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().allValues("Content-Type"))
                .containsExactly("application/problem+json");
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        }
    }

    private static String document() throws IOException {
        return Files.readString(Path.of("src/docs", PAGE));
    }
}
