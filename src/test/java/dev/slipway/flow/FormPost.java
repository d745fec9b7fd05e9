package dev.slipway.flow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Sends a presigned form as a browser does: all fields in order, then the file, and nothing
/// else.
public final class FormPost {

    private static final int MOST_TRIES = 3;
    private static final String BOUNDARY = "----slipway-test-boundary";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private FormPost() {}

    public static HttpResponse<String> send(String url, Map<String, String> fields, byte[] file) {
        var body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> text(body, field(name) + value + "\r\n"));
        text(body, "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"");
        text(body, "; filename=\"upload\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        body.writeBytes(file);
        text(body, "\r\n--" + BOUNDARY + "--\r\n");
        return exchange(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /// Sends raw bytes to a presigned address.
    public static HttpResponse<String> put(String url, Map<String, String> headers, byte[] bytes) {
        var request =
                HttpRequest.newBuilder(URI.create(url))
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes));
        headers.forEach(request::header);
        return exchange(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /// What a browser sees at an address.
    public static HttpResponse<byte[]> get(String url) {
        return exchange(
                HttpRequest.newBuilder(URI.create(url)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String field(String name) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n"
                .formatted(BOUNDARY, name);
    }

    private static void text(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /// A server that refuses early may close the connection while bytes are on their way to it,
    /// and then its answer is lost (RFC 9112, section 9.6): it is asked again.
    private static <T> HttpResponse<T> exchange(
            HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        for (var tries = 1; ; tries++) {
            try {
                return HTTP.send(request, handler);
            } catch (IOException e) {
                if (tries == MOST_TRIES) {
                    throw new UncheckedIOException(e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
