package dev.slipway.processing;

import dev.slipway.file.NewTerms;
import dev.slipway.file.Reprocessing;
import dev.slipway.file.Reprocessings;
import dev.slipway.job.Job;
import dev.slipway.profile.Profile;
import dev.slipway.profile.Profiles;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/// Has the pictures of all files of a profile made again as it says now, some at a time, so that
/// new uploads do not wait behind old ones. Killed, it goes on behind the last file that it has
/// looked at. The subject is the profile's name.
@Singleton
final class ReprocessProfile implements Job {

    static final String NAME = "reprocess-profile";

    private static final int BATCH = 10;

    private final Profiles profiles;
    private final Reprocessings reprocessings;
    private final NewTerms newTerms;
    private final ReprocessFile reprocessFile;
    private final Duration pause;
    private final Clock clock;

    ReprocessProfile(
            Profiles profiles,
            Reprocessings reprocessings,
            NewTerms newTerms,
            ReprocessFile reprocessFile,
            ImageConfig config,
            Clock clock) {
        this.profiles = profiles;
        this.reprocessings = reprocessings;
        this.newTerms = newTerms;
        this.reprocessFile = reprocessFile;
        this.clock = clock;
        if (config.reprocessPerMinute() < 1) {
            throw new IllegalStateException(
                    "slipway.images.reprocess-per-minute is "
                            + config.reprocessPerMinute()
                            + ", which is too small");
        }
        pause = Duration.ofMinutes(BATCH).dividedBy(config.reprocessPerMinute());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(String subject, int attempt) {
        var progress = reprocessings.find(subject).filter(begun -> begun.finishedAt() == null);
        var profile = profiles.find(subject);
        return progress.isPresent() && profile.isPresent()
                ? batch(progress.get(), profile.get())
                : new Outcome.Done();
    }

    private Outcome batch(Reprocessing progress, Profile present) {
        var files = newTerms.page(present.name(), progress.after(), BATCH);
        files.forEach(file -> reprocessFile.again(progress, file, present));
        if (files.size() == BATCH) {
            return new Outcome.Again(clock.instant().plus(pause));
        }
        reprocessings.finish(progress, clock.instant());
        return new Outcome.Done();
    }
}
