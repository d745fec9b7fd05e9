package dev.slipway.storage.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.storage.LinkTerms;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("D79, D81-D86: an address under /media")
class MediaTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Inject LocalStorage storage;

    @TempDir Path files;

    private final String name = UUID.randomUUID().toString();
    private final ObjectKey privately = new ObjectKey("private/" + name);
    private final ObjectKey publicly = new ObjectKey("public/" + name);
    private final Instant now = Instant.now();

    // --- who may read

    @Test
    void worksAsItStandsUntilItExpires() throws Exception {
        put(privately, "content", ObjectHeaders.ofType("image/png"));

        var answer = get(link(privately, "image/png", null));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("content");
        var maxAge = header(answer, "Cache-Control").replace("private, max-age=", "");
        assertThat(Integer.parseInt(maxAge)).isBetween(30, 60);

        var late = get(link(privately, "image/png", now.minusSeconds(1)));

        assertThat(late.statusCode()).isEqualTo(403);
        assertThat(late.body())
                .contains("<Code>AccessDenied</Code><Message>Request has expired</Message>");
    }

    @Test
    void needsNoSignatureWhenItIsPublicAndMayBeKeptForEver() throws Exception {
        put(publicly, "content", ObjectHeaders.ofType("image/png"));

        var answer = get(storage.open().address(publicly));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Cache-Control"))
                .isEqualTo("public, max-age=31536000, immutable");
    }

    @Test
    void saysWhatTheObjectSaysAboutCaching() throws Exception {
        put(
                publicly,
                "content",
                new ObjectHeaders("image/png", "public, max-age=5", null, Map.of()));

        assertThat(header(get(storage.open().address(publicly)), "Cache-Control"))
                .isEqualTo("public, max-age=5");
    }

    @Test
    void neverShowsWhatHasNotBeenVerified() throws Exception {
        var incoming = new ObjectKey("incoming/" + name);
        put(incoming, "content", ObjectHeaders.ofType("image/png"));

        assertThat(get(link(incoming, "image/png", null)).statusCode()).isEqualTo(403);
        assertThat(get(storage.open().address(incoming)).statusCode()).isEqualTo(403);
    }

    @Test
    void doesNotTellWithoutASignatureWhetherThereIsAnything() throws Exception {
        put(privately, "content", ObjectHeaders.ofType("image/png"));

        var there = get(storage.open().address(privately));
        var notThere = get(storage.open().address(new ObjectKey("private/nothing")));

        assertThat(there.statusCode()).isEqualTo(403).isEqualTo(notThere.statusCode());
    }

    @Test
    void isNotFoundWhenNothingIsThere() throws Exception {
        var answer = get(link(privately, "image/png", null));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<Code>NoSuchKey</Code>");
        assertThat(get(storage.open().address(publicly)).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "expires=, expires=1",
        "type=image, type=text",
        "disposition=inline, disposition=attachment",
        "disposition=inline, disposition=inline&disposition=x",
        "disposition=inline&, ''",
        "signature=, signature=x",
        "signature=, other=",
        "/private/, /public/"
    })
    void isBoundToAllThatItSays(String part, String other) throws Exception {
        put(privately, "content", ObjectHeaders.ofType("image/png"));
        put(publicly, "content", ObjectHeaders.ofType("image/png"));
        var link = link(privately, "image/png", now.plusSeconds(60), "inline").toString();
        assertThat(get(URI.create(link)).statusCode()).isEqualTo(200);
        assertThat(link).contains(part);

        // The first of two equal names counts, and so the honest one stays honest.
        var doubled = other.contains("&disposition=x");
        assertThat(get(URI.create(link.replace(part, other))).statusCode())
                .isEqualTo(doubled ? 200 : 403);
    }

    @Test
    void doesNotLetAStrangerChooseTheTypeOfAPublicFile() throws Exception {
        put(publicly, "<script>", ObjectHeaders.ofType("text/plain"));
        var address = storage.open().address(publicly);

        assertThat(get(URI.create(address + "?type=text/html")).statusCode()).isEqualTo(403);
        assertThat(get(URI.create(address + "?v=1")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"public/../private/x", "public/%2e%2e/x", "public/", "public//x", "%00"})
    void leadsNowhereElse(String path) throws Exception {
        var base = storage.open().address(publicly).resolve("/media/");

        assertThat(get(URI.create(base + path)).statusCode()).isBetween(400, 404);
    }

    // --- what is said about the bytes

    @Test
    void letsNothingInTheFileAct() throws Exception {
        put(publicly, "content", ObjectHeaders.ofType("image/png"));

        var answer = get(storage.open().address(publicly));

        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Content-Security-Policy"))
                .startsWith("sandbox; default-src 'none'");
        assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "image/svg+xml",
                "text/xml",
                "text/javascript",
                "application/x",
                "odd"
            })
    void makesADownloadOfWhatCouldAct(String type) throws Exception {
        put(
                publicly,
                "content",
                new ObjectHeaders(type, null, "inline; filename=\"a.html\"", Map.of()));

        assertThat(header(get(storage.open().address(publicly)), "Content-Disposition"))
                .isEqualTo("attachment; filename=\"a.html\"");
    }

    @Test
    void saysHowAndWhenInTheWordsOfTheLink() throws Exception {
        put(privately, "content", ObjectHeaders.ofType("image/png"));

        var answer = get(link(privately, "application/pdf", now.plusSeconds(9), "attachment"));

        assertThat(header(answer, "Content-Type")).isEqualTo("application/pdf");
        assertThat(header(answer, "Content-Disposition")).isEqualTo("attachment");
        assertThat(header(answer, "Last-Modified")).matches("\\w{3}, \\d\\d \\w{3} .* GMT");
    }

    // --- parts and conditions

    @ParameterizedTest
    @CsvSource({
        "bytes=0-3, 206, 0123, bytes 0-3/10",
        "bytes=8-, 206, 89, bytes 8-9/10",
        "bytes=-3, 206, 789, bytes 7-9/10",
        "bytes=5-100, 206, 56789, bytes 5-9/10",
        "bytes=10-, 416, '', bytes */10",
        "bytes=-0, 416, '', bytes */10",
        "'bytes=0-1,3-4', 200, 0123456789,",
        "bytes=4-2, 200, 0123456789,",
        "lines=1-2, 200, 0123456789,"
    })
    void answersARange(String range, int status, String body, @Nullable String contentRange)
            throws Exception {
        put(publicly, "0123456789", ObjectHeaders.ofType("text/plain"));

        var answer = get(storage.open().address(publicly), "Range", range);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.headers().firstValue("Content-Range").orElse(null))
                .isEqualTo(contentRange);
        assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
    }

    @Test
    void answersARangeOnlyOfTheContentThatIsMeant() throws Exception {
        put(publicly, "0123456789", ObjectHeaders.ofType("text/plain"));
        var address = storage.open().address(publicly);
        var tag = header(get(address), "ETag");

        assertThat(get(address, "Range", "bytes=0-0", "If-Range", tag).statusCode()).isEqualTo(206);
        assertThat(get(address, "Range", "bytes=0-0", "If-Range", "\"other\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void sendsNoBytesToWhoHasThem() throws Exception {
        put(publicly, "content", ObjectHeaders.ofType("text/plain"));
        var address = storage.open().address(publicly);
        var first = get(address);
        var tag = header(first, "ETag");
        var date = header(first, "Last-Modified");

        var again = get(address, "If-None-Match", "\"x\", W/" + tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(tag);
        assertThat(get(address, "If-Modified-Since", date).statusCode()).isEqualTo(304);
        assertThat(get(address, "If-None-Match", "\"x\"", "If-Modified-Since", date).statusCode())
                .isEqualTo(200);
        assertThat(get(address, "If-Match", "\"x\"").statusCode()).isEqualTo(412);
        assertThat(get(address, "If-Modified-Since", "yesterday").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "content"})
    void answersHeadAsGetWithoutTheBytes(String content) throws Exception {
        put(privately, content, ObjectHeaders.ofType("image/png"));
        var link = link(privately, "image/png", null);

        var head = send("HEAD", link);
        var get = get(link);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (var name : new String[] {"Content-Length", "Content-Type", "ETag", "Accept-Ranges"}) {
            assertThat(header(head, name)).as(name).isEqualTo(header(get, name));
        }
        assertThat(get.body()).isEqualTo(content);
    }

    // ---

    private void put(ObjectKey key, String content, ObjectHeaders headers) throws IOException {
        var file = Files.write(files.resolve("file"), content.getBytes(UTF_8));
        storage.open().write(key, file, headers);
    }

    private URI link(ObjectKey key, String type, @Nullable Instant expiresAt) {
        return link(key, type, expiresAt == null ? now.plusSeconds(60) : expiresAt, null);
    }

    private URI link(ObjectKey key, String type, Instant expiresAt, @Nullable String disposition) {
        return storage.open().link(key, new LinkTerms(now, expiresAt, type, disposition));
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }

    private static HttpResponse<String> get(URI url, String... headers) throws Exception {
        return send("GET", url, headers);
    }

    private static HttpResponse<String> send(String method, URI url, String... headers)
            throws Exception {
        var request =
                HttpRequest.newBuilder(url).method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
