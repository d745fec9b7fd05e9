package dev.slipway.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.problem.Refusal;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// Scans, and what they may end in.
final class Scans {

    private static final Duration LONG = Duration.ofSeconds(60);

    private Scans() {}

    /// A scanner that waits longer than any test lasts.
    static Scanner patient(ScanProtocol protocol) {
        return new PatientScanner(protocol, LONG);
    }

    static ScanVerdict scan(Scanner scanner, byte[] bytes) {
        return scanner.scan("bytes of a test", bytes.length, new ByteArrayInputStream(bytes));
    }

    static void assertUnavailable(ThrowingCallable scan) {
        assertThatThrownBy(scan)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.problem())
                                        .isEqualTo(new ScannerUnavailable(10)));
    }
}
