package dev.slipway.processing;

import dev.slipway.file.Reprocessings;
import dev.slipway.job.Job;
import dev.slipway.profile.Profiles;
import jakarta.inject.Singleton;

/// Has the pictures of all files of a profile made again as it says now, some at a time. Killed,
/// it goes on behind the last file that it has looked at. The subject is the profile's name.
@Singleton
final class ReprocessProfile implements Job {

    static final String NAME = "reprocess-profile";

    private final Profiles profiles;
    private final Reprocessings reprocessings;
    private final ReprocessFiles reprocessFiles;
    private final Pace pace;

    ReprocessProfile(
            Profiles profiles,
            Reprocessings reprocessings,
            ReprocessFiles reprocessFiles,
            Pace pace) {
        this.profiles = profiles;
        this.reprocessings = reprocessings;
        this.reprocessFiles = reprocessFiles;
        this.pace = pace;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(String subject, int attempt) {
        var progress = reprocessings.find(subject).filter(begun -> begun.finishedAt() == null);
        var profile = profiles.find(subject);
        return progress.isPresent()
                        && profile.isPresent()
                        && reprocessFiles.next(progress.get(), profile.get(), Pace.BATCH)
                ? new Outcome.Again(pace.next())
                : new Outcome.Done();
    }
}
