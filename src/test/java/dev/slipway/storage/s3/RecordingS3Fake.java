package dev.slipway.storage.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A fake S3 server that keeps nothing but the requests, and says yes to each.
final class RecordingS3Fake implements AutoCloseable {

    /// A request: `PUT /bucket/key?query`, and its headers.
    record Request(String line, Headers headers) {

        List<String> all(String header) {
            return headers.getOrDefault(header, List.of());
        }
    }

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    RecordingS3Fake() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        requests.add(new Request(line, exchange.getRequestHeaders()));
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("ETag", "\"e\"");
        var body = body(line, exchange.getRequestHeaders()).getBytes(UTF_8);
        if (line.startsWith("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", "5");
            exchange.getResponseHeaders().set("Content-Type", "image/png");
            exchange.getResponseHeaders().set("Last-Modified", "Sat, 21 Nov 2026 10:15:30 GMT");
            exchange.sendResponseHeaders(200, -1);
        } else {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static String body(String line, Headers headers) {
        if (line.endsWith("?uploads")) {
            return "<InitiateMultipartUploadResult><UploadId>id</UploadId>"
                    + "</InitiateMultipartUploadResult>";
        }
        if (line.endsWith("?delete")) {
            return "<DeleteResult/>";
        }
        return headers.containsKey("X-amz-copy-source")
                ? "<CopyObjectResult><ETag>\"e\"</ETag></CopyObjectResult>"
                : "";
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Request> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
