package dev.slipway.scan;

import static dev.slipway.scan.Scans.assertUnavailable;
import static dev.slipway.scan.Scans.patient;
import static dev.slipway.scan.Scans.scan;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("D56: a scanner behind HTTP in trouble lets nothing pass")
class HttpScannerInTroubleTest {

    private static final byte[] BYTES = "harmless".getBytes(US_ASCII);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final int MANY = 40_000_000;
    private static final String CLEAN = "{\"infected\": false}";

    @Test
    void whenNobodyListens() {
        var server = FakeHttpScanner.saying(200, CLEAN);
        server.close();

        assertUnavailable(() -> scan(patient(server.protocol()), BYTES));
    }

    @Test
    void whenItTakesEverythingAndSaysNothing() {
        hanging(
                exchange -> exchange.getRequestBody().readAllBytes(),
                scanner -> assertUnavailable(() -> scan(scanner, BYTES)));
    }

    @Test
    void whenItStopsTakingBytes() {
        hanging(
                exchange -> {},
                scanner -> assertUnavailable(() -> scanner.scan("many", MANY, new Filler(MANY))));
    }

    @Test
    void whenItsAnswerStops() {
        hanging(
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(200, 1000);
                    exchange.getResponseBody().write(CLEAN.getBytes(US_ASCII));
                    exchange.getResponseBody().flush();
                },
                scanner -> assertUnavailable(() -> scan(scanner, BYTES)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1000, 1_000_000})
    void whenItCutsTheConnection(int after) {
        try (var server =
                FakeHttpScanner.doing(exchange -> exchange.getRequestBody().readNBytes(after))) {
            var scanner = patient(server.protocol());

            assertUnavailable(() -> scanner.scan("many", MANY, new Filler(MANY)));
        }
    }

    @Test
    void whenItCallsBytesCleanThatItHasNotSeen() {
        try (var server =
                FakeHttpScanner.doing(
                        exchange -> {
                            exchange.getRequestBody().readNBytes(1000);
                            FakeHttpScanner.answer(exchange, 200, CLEAN);
                        })) {
            var scanner = patient(server.protocol());

            assertUnavailable(() -> scanner.scan("many", MANY, new Filler(MANY)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 400, 401, 413, 500, 503})
    void whenItsStatusIsNot200(int status) {
        try (var server = FakeHttpScanner.saying(status, status == 204 ? "" : CLEAN)) {
            assertUnavailable(() -> scan(patient(server.protocol()), BYTES));
        }
    }

    @Test
    void whenItSendsUsElsewhere() {
        try (var other = FakeHttpScanner.saying(200, CLEAN);
                var server =
                        FakeHttpScanner.doing(
                                exchange -> {
                                    var headers = exchange.getResponseHeaders();
                                    headers.add("Location", other.url().toString());
                                    exchange.getRequestBody().readAllBytes();
                                    exchange.sendResponseHeaders(307, -1);
                                })) {
            assertUnavailable(() -> scan(patient(server.protocol()), BYTES));
            assertThat(other.calls()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "clean",
                "null",
                "[]",
                "{}",
                "false",
                "{\"infected\": \"false\"}",
                "{\"infected\": 0}",
                "{\"infected\": null}",
                "{\"Infected\": false}",
                "{\"infected\": false",
                "{\"infected\": false} true",
                "{\"infected\": true, \"infected\": false}",
                "{\"infected\": true}",
                "{\"infected\": true, \"signature\": \"\"}",
                "{\"infected\": true, \"signature\": 7}",
                "{\"infected\": true, \"signature\": \"a\\u0000b\"}"
            })
    void whenItGivesNoVerdict(String answer) {
        try (var server = FakeHttpScanner.saying(200, answer)) {
            assertUnavailable(() -> scan(patient(server.protocol()), BYTES));
        }
    }

    @Test
    void whenItsAnswerDoesNotEnd() {
        try (var server = FakeHttpScanner.saying(200, CLEAN + " ".repeat(10_000_000))) {
            assertUnavailable(() -> scan(patient(server.protocol()), BYTES));
        }
    }

    private interface Use {
        void with(Scanner scanner);
    }

    /// Does this with each call, and nothing more until the test is over.
    private static void hanging(HttpHandler first, Use test) {
        var over = new CountDownLatch(1);
        HttpHandler hang =
                exchange -> {
                    first.handle(exchange);
                    try {
                        over.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                };
        try (var server = FakeHttpScanner.doing(hang)) {
            test.with(new PatientScanner(server.protocol(), SHORT));
        } finally {
            over.countDown();
        }
    }
}
