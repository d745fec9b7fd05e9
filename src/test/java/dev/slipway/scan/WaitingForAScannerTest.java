package dev.slipway.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("D56: waiting for a scanner")
class WaitingForAScannerTest {

    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final long STEP_MILLIS = 20;

    @Test
    void lastsAsLongAsItTakesBytes() {
        var size = 4 * PATIENCE.toMillis() / STEP_MILLIS;
        ScanProtocol slow =
                suspect -> {
                    while (suspect.read() >= 0) {
                        pass(STEP_MILLIS);
                    }
                    return new ScanVerdict.Clean();
                };

        assertThat(new PatientScanner(slow, PATIENCE).scan("slow", size, new Filler(size)))
                .isEqualTo(new ScanVerdict.Clean());
    }

    @Test
    void endsWithTheWorkWhenItIsOver() throws InterruptedException {
        var stopped = new SynchronousQueue<Boolean>();
        ScanProtocol idle =
                suspect -> {
                    try {
                        return pass(TimeUnit.HOURS.toMillis(1));
                    } catch (InterruptedException e) {
                        stopped.put(true);
                        throw e;
                    }
                };

        // Long enough for the work to have begun: nothing can be seen to stop before that.
        var patience = Duration.ofSeconds(2);
        Scans.assertUnavailable(() -> Scans.scan(new PatientScanner(idle, patience), new byte[1]));
        assertThat(stopped.poll(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void isNoCureForABug() {
        ScanProtocol broken =
                suspect -> {
                    throw new IllegalArgumentException("a bug");
                };

        assertThatIllegalStateException()
                .isThrownBy(() -> Scans.scan(Scans.patient(broken), new byte[1]))
                .havingCause()
                .withMessage("a bug");
    }

    @Test
    void doesNotEndInAVerdictOnHalfOfTheBytes() {
        ScanProtocol hasty =
                suspect -> {
                    if (suspect.read() < 0) {
                        throw new IOException("there are no bytes");
                    }
                    return new ScanVerdict.Clean();
                };

        Scans.assertUnavailable(() -> Scans.scan(Scans.patient(hasty), new byte[2]));
        assertThat(Scans.scan(Scans.patient(hasty), new byte[1]))
                .isEqualTo(new ScanVerdict.Clean());
    }

    /// What a slow scanner does: nobody ever puts anything into the queue.
    private static ScanVerdict pass(long millis) throws InterruptedException {
        new SynchronousQueue<Boolean>().poll(millis, TimeUnit.MILLISECONDS);
        return new ScanVerdict.Clean();
    }
}
