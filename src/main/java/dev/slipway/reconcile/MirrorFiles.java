package dev.slipway.reconcile;

import dev.slipway.file.MirrorCopies;
import dev.slipway.job.Jobs;
import dev.slipway.job.Recurring;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.Storages;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Enqueues the copying of what the mirror lacks: files that were finished before there was a
/// mirror.
@Singleton
final class MirrorFiles implements Recurring {

    private static final Logger LOG = Logger.getLogger(MirrorFiles.class);
    private static final int BATCH = 1000;

    private final Storages storages;
    private final MirrorCopies copies;
    private final Jobs jobs;
    private final ReconcileConfig config;
    private final Clock clock;

    MirrorFiles(
            Storages storages,
            MirrorCopies copies,
            Jobs jobs,
            ReconcileConfig config,
            Clock clock) {
        this.storages = storages;
        this.copies = copies;
        this.jobs = jobs;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "mirror-files";
    }

    @Override
    public Duration interval() {
        return config.interval();
    }

    @Override
    public void run() {
        storages.mirror().ifPresent(this::enqueueAll);
    }

    private void enqueueAll(ObjectStore mirror) {
        var enqueued = 0L;
        @Nullable UUID after = null;
        List<UUID> batch;
        do {
            batch = copies.lacking(mirror.name(), after, BATCH);
            for (var content : batch) {
                after = content;
                jobs.enqueue(MirrorContent.NAME, content.toString(), clock.instant());
                enqueued++;
            }
        } while (batch.size() == BATCH);
        if (enqueued > 0) {
            LOG.infof("%d files are to be copied to %s", enqueued, mirror.name());
        }
    }
}
