package dev.slipway.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("D95: visiting a page")
@Timeout(20)
class VisitOverHttpTest {

    private final VisitPage visitPage = new VisitOverHttp(Duration.ofSeconds(10));
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void tellsTheStatus() throws IOException {
        at("/", exchange -> exchange.sendResponseHeaders(201, -1));
        assertThat(visitPage.visit(address("/?Token=1"))).isEqualTo(201);
    }

    @Test
    void followsNoRedirection() throws IOException {
        at(
                "/",
                exchange -> {
                    exchange.getResponseHeaders().set("Location", "/elsewhere");
                    exchange.sendResponseHeaders(302, -1);
                });
        at("/elsewhere", exchange -> exchange.sendResponseHeaders(200, -1));
        assertThat(visitPage.visit(address("/"))).isEqualTo(302);
    }

    @Test
    void doesNotListenToEndlessTalk() throws IOException {
        at(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write(new byte[1000]);
                    exchange.getResponseBody().flush();
                    await();
                });
        assertThat(visitPage.visit(address("/"))).isEqualTo(200);
    }

    @Test
    void doesNotWaitForEver() {
        at("/", exchange -> await());
        var impatient = new VisitOverHttp(Duration.ofMillis(100));
        assertThatThrownBy(() -> impatient.visit(address("/")))
                .isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void saysThatNobodyIsThere() throws IOException {
        int port;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        var nobody = URI.create("http://127.0.0.1:" + port + "/");
        assertThatThrownBy(() -> visitPage.visit(nobody)).isInstanceOf(IOException.class);
    }

    private void at(String path, HttpHandler handler) {
        server.createContext(
                path,
                exchange -> {
                    try (exchange) {
                        handler.handle(exchange);
                    }
                });
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }
}
