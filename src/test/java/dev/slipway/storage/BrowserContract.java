package dev.slipway.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What a page of another origin needs from every backend: leave to send and to read, and links
/// that work as they stand.
@DisplayName("D3, D79: every backend lets browsers bring and read")
public abstract class BrowserContract {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final ObjectKey key = new ObjectKey("incoming/" + UUID.randomUUID());
    private final Instant now = Instant.now();

    protected abstract ObjectStore store();

    @Test
    void answersThePreflightOfAnotherOrigin() throws Exception {
        var answer =
                CLIENT.send(
                        HttpRequest.newBuilder(form().url())
                                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                                .header("Origin", "https://app.example.org")
                                .header("Access-Control-Request-Method", "POST")
                                .header("Access-Control-Request-Headers", "content-type")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isIn(200, 204);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                .hasValueSatisfying(o -> assertThat(o).isIn("*", "https://app.example.org"));
        assertThat(answer.headers().firstValue("Access-Control-Allow-Methods"))
                .hasValueSatisfying(methods -> assertThat(methods).contains("POST"));
    }

    @Test
    void letsAnotherOriginReadTheAnswer() throws Exception {
        var answer = form().file("content").header("Origin", "https://app.example.org").send();

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isPresent();
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers"))
                .hasValueSatisfying(names -> assertThat(names).contains("ETag", "Location"));
    }

    @Test
    void showsAtALinkWhatWasBrought() throws Exception {
        form().file("content").send();
        var promoted = new ObjectKey("private/" + UUID.randomUUID());
        var etag = store().find(key).orElseThrow().etag();
        store().promote(Judged.object(key, etag), promoted, ObjectHeaders.ofType("image/png"));
        var link =
                store().link(
                                promoted,
                                new LinkTerms(
                                        now.minusSeconds(5),
                                        now.plusSeconds(60),
                                        "text/plain",
                                        "attachment; filename*=UTF-8''gr%C3%BCn.txt"));

        var answer = get(link);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("content");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/plain");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename*=UTF-8''gr%C3%BCn.txt");
        assertThat(get(URI.create(link.toString().replace("text", "html"))).statusCode())
                .isEqualTo(403);
        assertThat(get(store().address(promoted)).statusCode()).isEqualTo(403);
    }

    private FormUpload form() {
        return new FormUpload(
                store().ticket(
                                new UploadTerms(
                                        key,
                                        "image/png",
                                        1,
                                        100,
                                        Checksums.NONE,
                                        Map.of(),
                                        now,
                                        now.plusSeconds(60))));
    }

    private static HttpResponse<String> get(URI url) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
    }
}
