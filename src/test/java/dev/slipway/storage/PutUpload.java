package dev.slipway.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a browser sends for a presigned PUT, and what somebody sends who means no good.
public final class PutUpload {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Map<String, String> headers;
    private URI url;
    private byte[] body = {};

    public PutUpload(Ticket ticket) {
        var put = (Ticket.Put) ticket;
        this.url = put.url();
        this.headers = new LinkedHashMap<>(put.headers());
    }

    public PutUpload to(URI other) {
        url = other;
        return this;
    }

    public PutUpload with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public PutUpload without(String header) {
        headers.remove(header);
        return this;
    }

    public PutUpload body(byte[] bytes) {
        body = bytes;
        return this;
    }

    public PutUpload body(String text) {
        return body(text.getBytes(UTF_8));
    }

    public HttpResponse<String> send() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(url).PUT(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
