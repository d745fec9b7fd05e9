package dev.slipway.scan;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/// Waits for a scanner as long as it goes on taking bytes: how long a scan lasts depends on
/// their number, but a scanner that does nothing for a while will not do anything any more.
final class PatientScanner implements Scanner {

    private static final Logger LOG = Logger.getLogger(PatientScanner.class);

    private final ScanProtocol protocol;
    private final Duration patience;

    PatientScanner(ScanProtocol protocol, Duration patience) {
        this.protocol = protocol;
        this.patience = patience;
    }

    @Override
    public ScanVerdict scan(String what, long size, InputStream bytes) {
        var suspect = new Suspect(size, bytes);
        try {
            var verdict = ask(what, suspect);
            if (verdict instanceof ScanVerdict.Clean && !suspect.isWhole()) {
                throw new IOException("it answered before it had everything");
            }
            return verdict;
        } catch (IOException e) {
            suspect.rethrowFailure();
            LOG.warnf("the scanner gives no verdict on %s: %s", what, e);
            throw new ScannerUnavailable().refusal();
        }
    }

    /// In a thread of its own: nothing else ends a write to somebody who does not read.
    private ScanVerdict ask(String what, Suspect suspect) throws IOException {
        var answer = new FutureTask<>(() -> protocol.ask(suspect));
        Thread.ofVirtual().name("scan of " + what).start(answer);
        try {
            return await(answer, suspect);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("we were told to stop", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException("the scan of " + what + " failed", e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    /// Looks each time that the patience ends whether bytes were taken meanwhile.
    private ScanVerdict await(FutureTask<ScanVerdict> answer, Suspect suspect)
            throws IOException, InterruptedException, ExecutionException {
        while (true) {
            var taken = suspect.taken();
            try {
                return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (suspect.taken() == taken) {
                    throw new IOException(
                            "it did nothing for %s, after %d bytes of %d"
                                    .formatted(patience, taken, suspect.size()),
                            e);
                }
            }
        }
    }
}
