package dev.slipway.processing;

import dev.slipway.file.ForgetCopies;
import dev.slipway.file.NewTerms;
import dev.slipway.file.ProcessingState;
import dev.slipway.file.Reprocessing;
import dev.slipway.file.Reprocessings;
import dev.slipway.file.Retention;
import dev.slipway.file.Runs;
import dev.slipway.job.Jobs;
import dev.slipway.profile.Profile;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/// Has the pictures of one file made again as its profile says now, in one transaction with the
/// note that this has been done. Objects that were made before and are named no more go later.
@Singleton
@Transactional
class ReprocessFile {

    private final NewTerms newTerms;
    private final Reprocessings reprocessings;
    private final QueueVariants queueVariants;
    private final Runs runs;
    private final Retention retention;
    private final Jobs jobs;
    private final Clock clock;

    ReprocessFile(
            NewTerms newTerms,
            Reprocessings reprocessings,
            QueueVariants queueVariants,
            Runs runs,
            Retention retention,
            Jobs jobs,
            Clock clock) {
        this.newTerms = newTerms;
        this.reprocessings = reprocessings;
        this.queueVariants = queueVariants;
        this.runs = runs;
        this.retention = retention;
        this.jobs = jobs;
        this.clock = clock;
    }

    void again(Reprocessing progress, UUID id, Profile present) {
        var file = newTerms.give(id, present);
        var wanted =
                file.isPresent()
                        && queueVariants.stateFor(file.get()) == ProcessingState.QUEUED
                        && runs.want(file.get(), Optional.empty());
        if (wanted) {
            var content = file.get().finishedContent().id().toString();
            var now = clock.instant();
            jobs.enqueue(RenderVariants.NAME, content, now);
            jobs.enqueue(ForgetCopies.NAME, content, retention.losersGo(now));
        }
        reprocessings.looked(progress, id, wanted);
    }
}
