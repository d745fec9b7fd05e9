package dev.slipway.scan;

import static dev.slipway.scan.Scans.assertUnavailable;
import static dev.slipway.scan.Scans.scan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.problem.NotFound;
import dev.slipway.problem.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every scanner does, whatever it speaks.
@DisplayName("D56: a scanner")
abstract class ScannerContract {

    static final int MANY = 40_000_000;

    /// The largest number of bytes that the scanner under test takes.
    static final long LIMIT = 42_000_000;

    abstract Scanner scanner();

    @Test
    void findsNothingInHarmlessBytes() {
        assertThat(scan(scanner(), "harmless".getBytes())).isEqualTo(new ScanVerdict.Clean());
    }

    @Test
    void findsNothingInNothing() {
        assertThat(scan(scanner(), new byte[0])).isEqualTo(new ScanVerdict.Clean());
    }

    @Test
    void namesWhatItFinds() {
        assertInfected(scan(scanner(), Marker.bytes()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 64 * 1024 - 10, 64 * 1024, MANY})
    void findsItWhereverItStands(int offset) {
        var bytes =
                new SequenceInputStream(
                        new Filler(offset), new ByteArrayInputStream(Marker.bytes()));

        assertInfected(scanner().scan("marked", offset + Marker.bytes().length, bytes));
    }

    @Test
    void takesManyBytes() {
        assertThat(scanner().scan("many", MANY, new Filler(MANY)))
                .isEqualTo(new ScanVerdict.Clean());
    }

    @Test
    void givesNoVerdictOnMoreThanItTakes() {
        var tooMany = 2 * LIMIT;

        assertUnavailable(() -> scanner().scan("too many", tooMany, new Filler(tooMany)));
    }

    @ParameterizedTest
    @ValueSource(longs = {999, 1001, 1_000_000})
    void givesNoVerdictOnAnotherNumberOfBytes(long size) {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> scanner().scan("odd", size, new Filler(1000)))
                .withMessageMatching(".*(\\d+ bytes of \\d+ are missing|more than \\d+ bytes)");
    }

    @Test
    void leavesAFailureOfTheStorageAsItIs() {
        var refusal = new NotFound().refusal();
        var bytes = new SequenceInputStream(new Filler(100_000), failing(refusal));

        assertThatThrownBy(() -> scanner().scan("gone", 200_000, bytes))
                .isInstanceOf(Refusal.class)
                .isSameAs(refusal);
    }

    @Test
    void keepsScansApart() throws InterruptedException, ExecutionException {
        var scanner = scanner();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var verdicts =
                    IntStream.range(0, 40)
                            .mapToObj(i -> i % 2 == 0 ? Marker.bytes() : new byte[i])
                            .map(bytes -> threads.submit(() -> scan(scanner, bytes)))
                            .toList();
            for (var i = 0; i < verdicts.size(); i++) {
                var verdict = verdicts.get(i).get();
                assertThat(verdict instanceof ScanVerdict.Infected).isEqualTo(i % 2 == 0);
            }
        }
    }

    private static InputStream failing(RuntimeException failure) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw failure;
            }
        };
    }

    private static void assertInfected(ScanVerdict verdict) {
        assertThat(verdict)
                .asInstanceOf(InstanceOfAssertFactories.type(ScanVerdict.Infected.class))
                .satisfies(infected -> assertThat(infected.signature()).startsWith(Marker.NAME));
    }
}
