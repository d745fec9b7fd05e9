package dev.slipway.processing;

import dev.slipway.caller.Caller;
import dev.slipway.file.Reprocessings;
import dev.slipway.job.Jobs;
import dev.slipway.problem.NotFound;
import dev.slipway.profile.Profiles;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;

/// Asks for the reprocessing of a profile. While one goes on, asking again begins it anew.
@Singleton
@Transactional
class StartReprocessing {

    private final Profiles profiles;
    private final Reprocessings reprocessings;
    private final Jobs jobs;
    private final Clock clock;

    StartReprocessing(Profiles profiles, Reprocessings reprocessings, Jobs jobs, Clock clock) {
        this.profiles = profiles;
        this.reprocessings = reprocessings;
        this.jobs = jobs;
        this.clock = clock;
    }

    ReprocessingReport start(Caller caller, String name) {
        var profile = profiles.forStart(name, caller).name();
        var now = clock.instant();
        reprocessings.start(profile, now);
        jobs.enqueue(ReprocessProfile.NAME, profile, now);
        return report(profile);
    }

    ReprocessingReport report(String profile) {
        return reprocessings
                .find(profile)
                .map(ReprocessingReport::of)
                .orElseThrow(() -> new NotFound().refusal());
    }
}
