package dev.slipway.scan;

import static dev.slipway.scan.Scans.assertUnavailable;
import static dev.slipway.scan.Scans.patient;
import static dev.slipway.scan.Scans.scan;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("D56: clamd in trouble lets nothing pass")
class ClamdInTroubleTest {

    private static final byte[] BYTES = "harmless".getBytes(US_ASCII);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final long MANY = 40_000_000;

    @Test
    void whenNobodyListens() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var clamd = patient(new ClamdProtocol("127.0.0.1", port, Duration.ofSeconds(2)));

        assertUnavailable(() -> scan(clamd, BYTES));
    }

    @Test
    void whenItsHostDoesNotExist() {
        var clamd = patient(new ClamdProtocol("clamd.invalid", 3310, Duration.ofSeconds(2)));

        assertUnavailable(() -> scan(clamd, BYTES));
    }

    @Test
    void whenItTakesEverythingAndSaysNothing() throws IOException {
        try (var clamd = FakeClamd.doing((in, out) -> in.readAllBytes())) {
            var scanner = new PatientScanner(clamd.protocol(), SHORT);

            assertUnavailable(() -> scan(scanner, BYTES));
        }
    }

    @Test
    void whenItStopsTakingBytes() throws IOException {
        var over = new CountDownLatch(1);
        try (var clamd = FakeClamd.doing((in, out) -> over.await())) {
            var scanner = new PatientScanner(clamd.protocol(), SHORT);

            assertUnavailable(() -> scanner.scan("many", MANY, new Filler(MANY)));
        } finally {
            over.countDown();
        }
    }

    @Test
    void whenWeAreToldToStop() throws IOException {
        try (var clamd = FakeClamd.doing((in, out) -> in.readAllBytes())) {
            Thread.currentThread().interrupt();

            assertUnavailable(() -> scan(patient(clamd.protocol()), BYTES));
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 1000, 1_000_000})
    void whenItCutsTheConnection(int after) throws IOException {
        try (var clamd = FakeClamd.doing((in, out) -> in.readNBytes(after))) {
            var scanner = patient(clamd.protocol());

            assertUnavailable(() -> scanner.scan("many", MANY, new Filler(MANY)));
        }
    }

    @Test
    void whenItCallsBytesCleanThatItHasNotSeen() throws IOException {
        try (var clamd =
                FakeClamd.doing(
                        (in, out) -> {
                            in.readNBytes(1_000_000);
                            out.write("stream: OK\0".getBytes(US_ASCII));
                        })) {
            var scanner = patient(clamd.protocol());

            assertUnavailable(() -> scanner.scan("many", MANY, new Filler(MANY)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0",
                "stream: OK",
                "stream: OK\n\0",
                "OK\0",
                "stream: ok\0",
                "stream: Eicar FOUND",
                "stream: FOUND\0",
                "stream:  FOUND\0",
                "stream: a\tb FOUND\0",
                "PONG\0",
                "COMMAND READ TIMED OUT\0",
                "stream: Can't allocate memory ERROR\0",
                "INSTREAM size limit exceeded. ERROR\0",
                "HTTP/1.1 400 Bad Request\r\n\r\n"
            })
    void whenItGivesNoVerdict(String answer) throws IOException {
        try (var clamd = FakeClamd.saying(answer)) {
            assertUnavailable(() -> scan(patient(clamd.protocol()), BYTES));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 1000})
    void whenItsNameForWhatItFoundIsTooLong(int length) throws IOException {
        try (var clamd = FakeClamd.saying("stream: " + "x".repeat(length) + " FOUND\0")) {
            assertUnavailable(() -> scan(patient(clamd.protocol()), BYTES));
        }
    }

    @Test
    void whenItsAnswerDoesNotEnd() throws IOException {
        try (var clamd = FakeClamd.saying("stream: ".repeat(100_000))) {
            var suspect = new Suspect(BYTES.length, new ByteArrayInputStream(BYTES));

            assertThatIOException()
                    .isThrownBy(() -> clamd.protocol().ask(suspect))
                    .withMessage("clamd's answer does not end");
        }
    }

    /// Elsewhere the end of a connection may overtake what was said before it.
    @Test
    @EnabledOnOs(OS.LINUX)
    void andSaysWhyInTheLogWhenItTakesNoMore() throws IOException {
        try (var clamd = FakeClamd.scanning(1_000_000, received -> {})) {
            var suspect = new Suspect(MANY, new Filler(MANY));

            assertThatIOException()
                    .isThrownBy(() -> clamd.protocol().ask(suspect))
                    .withMessage("clamd takes no more bytes: INSTREAM size limit exceeded. ERROR");
        }
    }
}
