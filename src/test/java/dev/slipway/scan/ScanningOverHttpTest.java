package dev.slipway.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("D56: a scanner behind HTTP")
class ScanningOverHttpTest extends ScannerContract {

    private static final FakeHttpScanner SERVER = FakeHttpScanner.scanning(LIMIT, received -> {});

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Override
    Scanner scanner() {
        return Scans.patient(SERVER.protocol());
    }

    @Test
    @DisplayName("receives bytes as they come: what is on the way fits into the sockets")
    void receivesBytesAsTheyCome() {
        var bytes = new Filler(MANY);
        try (var server = FakeHttpScanner.scanning(LIMIT, bytes::received)) {
            Scans.patient(server.protocol()).scan("many", MANY, bytes);
        }

        assertThat(bytes.mostAhead()).isLessThan(MANY / 2);
    }

    @Test
    void isToldWhatComes() {
        try (var server = FakeHttpScanner.scanning(LIMIT, received -> {})) {
            Scans.scan(Scans.patient(server.protocol()), new byte[1234]);

            var call = server.calls().remove();
            assertThat(call.method()).isEqualTo("POST");
            assertThat(call.path()).isEqualTo("/scan");
            assertThat(call.headers().getFirst("Content-Type"))
                    .isEqualTo("application/octet-stream");
            assertThat(call.headers().getFirst("Content-Length")).isEqualTo("1234");
            assertThat(call.headers().getFirst("Authorization"))
                    .isEqualTo("Bearer " + FakeHttpScanner.TOKEN);
        }
    }

    @Test
    void isShownATokenOnlyWhenThereIsOne() {
        try (var server = FakeHttpScanner.scanning(LIMIT, received -> {})) {
            var open = new HttpProtocol(server.url(), Optional.empty(), Duration.ofSeconds(2));
            Scans.scan(Scans.patient(open), new byte[1]);

            assertThat(server.calls().remove().headers()).doesNotContainKey("Authorization");
        }
    }
}
