package dev.slipway.lifecycle;

import dev.slipway.file.Erasures;
import dev.slipway.job.Jobs;
import dev.slipway.problem.NotFound;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;

/// Asks for the erasure of an owner. While it goes on, asking again changes nothing; once it is
/// over, it takes what has come or was held back since.
@Singleton
@Transactional
class StartErasure {

    private final Erasures erasures;
    private final Jobs jobs;
    private final Clock clock;

    StartErasure(Erasures erasures, Jobs jobs, Clock clock) {
        this.erasures = erasures;
        this.jobs = jobs;
        this.clock = clock;
    }

    ErasureReport start(String owner) {
        if (!Texts.canBeKept(owner)) {
            throw new NotFound().refusal();
        }
        var now = clock.instant();
        erasures.start(owner, now);
        jobs.enqueue(EraseOwner.NAME, Erasures.digest(owner), now);
        return report(owner);
    }

    ErasureReport report(String owner) {
        return erasures.find(owner)
                .map(erasure -> ErasureReport.of(owner, erasure))
                .orElseThrow(() -> new NoErasure().refusal());
    }
}
