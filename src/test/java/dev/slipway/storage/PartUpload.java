package dev.slipway.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// What a browser sends for one part, and what somebody sends who means no good.
public final class PartUpload {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Map<String, String> headers;
    private URI url;
    private byte[] body = {};

    public PartUpload(Ticket.Put ticket) {
        this.headers = new TreeMap<>(ticket.headers());
        this.url = ticket.url();
    }

    public PartUpload replacing(String text, String by) {
        url = URI.create(url.toString().replace(text, by));
        return this;
    }

    public PartUpload body(byte[] bytes) {
        body = bytes;
        return this;
    }

    public PartUpload body(String text) {
        return body(text.getBytes(UTF_8));
    }

    public PartUpload header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public URI url() {
        return url;
    }

    public HttpResponse<String> send() throws IOException, InterruptedException {
        return send(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    public HttpResponse<String> send(HttpRequest.BodyPublisher publisher)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(url).PUT(publisher);
        headers.forEach(request::header);
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /// The ETag without quotes.
    public static String etag(HttpResponse<?> answer) {
        return answer.headers().firstValue("ETag").orElseThrow().replace("\"", "");
    }

    /// Sends the first `share` of the body, and waits until the server has given up.
    public void cut(double share) throws IOException {
        var length = "Content-Length: " + body.length;
        cut(length, Arrays.copyOf(body, (int) (body.length * share)));
    }

    /// Sends the body without saying how long it will be, and not its end.
    public void cutInChunks() throws IOException {
        var chunk = new ByteArrayOutputStream();
        chunk.write((Integer.toHexString(body.length) + "\r\n").getBytes(UTF_8));
        chunk.write(body);
        chunk.write("\r\n".getBytes(UTF_8));
        cut("Transfer-Encoding: chunked", chunk.toByteArray());
    }

    /// Says how long the body is, sends none of it, and answers what the server says to that.
    public String announce(long bytes) throws IOException {
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream().write(head("Content-Length: " + bytes));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private void cut(String length, byte[] beginning) throws IOException {
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream().write(head(length));
            socket.getOutputStream().write(beginning);
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        }
    }

    private byte[] head(String length) {
        return "PUT %s?%s HTTP/1.1\r\nHost: %s:%d\r\n%s\r\n\r\n"
                .formatted(
                        url.getRawPath(), url.getRawQuery(), url.getHost(), url.getPort(), length)
                .getBytes(UTF_8);
    }
}
