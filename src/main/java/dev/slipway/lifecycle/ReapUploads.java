package dev.slipway.lifecycle;

import dev.slipway.file.FileRecord;
import dev.slipway.file.Leases;
import dev.slipway.file.Retention;
import dev.slipway.job.Recurring;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;

/// Ends the uploads that nobody has finished, in batches that belong to it for a while. Should
/// it die, another run takes what is left once that time is over.
@Singleton
final class ReapUploads implements Recurring {

    private static final Logger LOG = Logger.getLogger(ReapUploads.class);

    private final Leases leases;
    private final ReapUpload reapUpload;
    private final Retention retention;
    private final LifecycleConfig.Reaper config;
    private final Clock clock;

    ReapUploads(
            Leases leases,
            ReapUpload reapUpload,
            Retention retention,
            LifecycleConfig config,
            Clock clock) {
        this.leases = leases;
        this.reapUpload = reapUpload;
        this.retention = retention;
        this.config = config.reaper();
        this.clock = clock;
    }

    @Override
    public String name() {
        return "reap-uploads";
    }

    @Override
    public Duration interval() {
        return config.interval();
    }

    @Override
    public void run() {
        // a storage that does not answer once is left alone for the rest of this run
        var silent = ConcurrentHashMap.<String>newKeySet();
        var workers = Thread.ofVirtual().name("reap-", 0).factory();
        try (var parallel = Executors.newFixedThreadPool(config.parallel(), workers)) {
            int taken;
            do {
                var now = clock.instant();
                var until = now.plus(config.lease());
                var dead = retention.deadIfExpiredBefore(now);
                var batch = leases.claim(dead, now, until, config.batch());
                taken = batch.size();
                await(
                        parallel.invokeAll(
                                batch.stream()
                                        .map(upload -> work(upload, until, silent))
                                        .toList()));
            } while (taken == config.batch());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reaping", e);
        }
    }

    /// An upload whose turn comes in the second half of the lease is left to the next one:
    /// looking at it might outlast this one.
    private Callable<Void> work(FileRecord upload, Instant until, Set<String> silent) {
        return () -> {
            if (!silent.contains(upload.storage())
                    && clock.instant().isBefore(until.minus(config.lease().dividedBy(2)))
                    && !reap(upload)) {
                silent.add(upload.storage());
            }
            return null;
        };
    }

    private boolean reap(FileRecord upload) {
        try {
            return reapUpload.reap(upload);
        } catch (RuntimeException e) {
            throw new IllegalStateException("upload " + upload.id() + " could not be reaped", e);
        }
    }

    /// One that fails does not keep the others: it is there again when its lease has run out.
    private static void await(List<Future<Void>> ended) throws InterruptedException {
        for (var upload : ended) {
            try {
                upload.get();
            } catch (ExecutionException e) {
                LOG.error("left to the next lease", e.getCause());
            }
        }
    }
}
