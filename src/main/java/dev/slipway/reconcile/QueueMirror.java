package dev.slipway.reconcile;

import dev.slipway.file.FileChanged;
import dev.slipway.file.MirrorCopies;
import dev.slipway.job.Jobs;
import dev.slipway.storage.Storages;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;

/// Enqueues the copying of a content in the transaction that makes it one, or its variants
/// ready.
@Singleton
final class QueueMirror {

    private final Storages storages;
    private final MirrorCopies copies;
    private final Jobs jobs;
    private final Clock clock;

    QueueMirror(Storages storages, MirrorCopies copies, Jobs jobs, Clock clock) {
        this.storages = storages;
        this.copies = copies;
        this.jobs = jobs;
        this.clock = clock;
    }

    void enqueue(@Observes FileChanged change) {
        if (storages.mirror().isPresent()) {
            copies.findContent(change.id())
                    .ifPresent(
                            content ->
                                    jobs.enqueue(
                                            MirrorContent.NAME,
                                            content.toString(),
                                            clock.instant()));
        }
    }
}
