package dev.slipway.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// What a browser sends for a form, and what somebody sends who means no good.
public final class FormUpload {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI url;
    private final Map<String, String> fields;
    private final Map<String, String> headers = new TreeMap<>();
    private final String boundary = "----" + UUID.randomUUID();
    private byte[] file = {};
    private boolean withFile = true;

    public FormUpload(Ticket ticket) {
        var form = (Ticket.Form) ticket;
        this.url = form.url();
        this.fields = new LinkedHashMap<>(form.fields());
    }

    public FormUpload with(String field, String value) {
        fields.put(field, value);
        return this;
    }

    public FormUpload without(String field) {
        fields.remove(field);
        return this;
    }

    public FormUpload file(byte[] bytes) {
        file = bytes;
        return this;
    }

    public FormUpload file(String text) {
        return file(text.getBytes(UTF_8));
    }

    public FormUpload withoutFile() {
        withFile = false;
        return this;
    }

    public FormUpload header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public URI url() {
        return url;
    }

    public String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    public byte[] body() throws IOException {
        var body = new ByteArrayOutputStream();
        for (var field : fields.entrySet()) {
            body.write(head("name=\"" + field.getKey() + "\"\r\n"));
            body.write((field.getValue() + "\r\n").getBytes(UTF_8));
        }
        if (withFile) {
            body.write(
                    head(
                            "name=\"file\"; filename=\"grün.bin\"\r\n"
                                    + "Content-Type: application/octet-stream\r\n"));
            body.write(file);
            body.write("\r\n".getBytes(UTF_8));
        }
        body.write(("--" + boundary + "--\r\n").getBytes(UTF_8));
        return body.toByteArray();
    }

    private byte[] head(String rest) {
        return ("--" + boundary + "\r\nContent-Disposition: form-data; " + rest + "\r\n")
                .getBytes(UTF_8);
    }

    public HttpResponse<String> send() throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(url)
                        .header("Content-Type", contentType())
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body()));
        headers.forEach(request::header);
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
