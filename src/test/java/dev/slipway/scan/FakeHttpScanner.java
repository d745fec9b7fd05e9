package dev.slipway.scan;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;

/// No scanner: it speaks the small protocol of `scanner.md`, or breaks it as a test wants.
final class FakeHttpScanner implements AutoCloseable {

    static final String TOKEN = "a-token.for~tests==";

    /// What a call said about itself.
    record Call(String method, String path, Headers headers) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();

    private FakeHttpScanner(HttpServer server) {
        this.server = server;
    }

    static FakeHttpScanner doing(HttpHandler handler) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var scanner = new FakeHttpScanner(HttpServer.create(address, 0));
            scanner.server.createContext("/", exchange -> scanner.handle(exchange, handler));
            scanner.server.setExecutor(scanner.threads);
            scanner.server.start();
            return scanner;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Finds [Marker] in up to `limit` bytes, and tells how many it has received.
    static FakeHttpScanner scanning(long limit, LongConsumer received) {
        return doing(
                exchange -> {
                    var length = exchange.getRequestHeaders().getFirst("Content-Length");
                    if (Long.parseLong(length) > limit) {
                        exchange.sendResponseHeaders(413, -1);
                    } else if (isMarked(exchange, received)) {
                        answer(
                                exchange,
                                200,
                                "{\"infected\": true, \"signature\": \"%s\", \"engine\": \"fake\"}"
                                        .formatted(Marker.NAME));
                    } else {
                        answer(exchange, 200, "{\"infected\": false}");
                    }
                });
    }

    /// Reads everything and says this, whatever stood in it.
    static FakeHttpScanner saying(int status, String answer) {
        return doing(
                exchange -> {
                    isMarked(exchange, received -> {});
                    answer(exchange, status, answer);
                });
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    HttpProtocol protocol() {
        return new HttpProtocol(url(), Optional.of(TOKEN), Duration.ofSeconds(2));
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/scan");
    }

    Queue<Call> calls() {
        return calls;
    }

    private void handle(HttpExchange exchange, HttpHandler handler) throws IOException {
        calls.add(
                new Call(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getPath(),
                        exchange.getRequestHeaders()));
        try (exchange) {
            handler.handle(exchange);
        }
    }

    private static boolean isMarked(HttpExchange exchange, LongConsumer received)
            throws IOException {
        var marker = new Marker();
        var piece = new byte[64 * 1024];
        var total = 0L;
        var body = exchange.getRequestBody();
        for (var read = body.read(piece); read >= 0; read = body.read(piece)) {
            marker.look(piece, read);
            total += read;
            received.accept(total);
        }
        return marker.isFound();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
