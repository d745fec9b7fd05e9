package dev.slipway.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("D56: a fake of ClamAV's daemon")
class ScanningWithAFakeClamdTest extends ScannerContract {

    private static final FakeClamd CLAMD = FakeClamd.scanning(LIMIT, received -> {});

    @AfterAll
    static void stop() throws IOException {
        CLAMD.close();
    }

    @Override
    Scanner scanner() {
        return Scans.patient(CLAMD.protocol());
    }

    @Test
    @DisplayName("receives bytes as they come: what is on the way fits into the sockets")
    void receivesBytesAsTheyCome() throws IOException {
        var bytes = new Filler(MANY);
        try (var clamd = FakeClamd.scanning(LIMIT, bytes::received)) {
            Scans.patient(clamd.protocol()).scan("many", MANY, bytes);
        }

        assertThat(bytes.mostAhead()).isLessThan(MANY / 2);
    }
}
