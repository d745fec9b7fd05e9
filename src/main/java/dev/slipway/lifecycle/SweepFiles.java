package dev.slipway.lifecycle;

import dev.slipway.file.DueFiles;
import dev.slipway.file.Tombstones;
import dev.slipway.job.Recurring;
import dev.slipway.upload.DeleteFile;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/// Announces which files will go by themselves, deletes those whose time is over, and removes
/// old tombstones. Each step is made of short transactions and may stop anywhere.
@Singleton
final class SweepFiles implements Recurring {

    private static final int BATCH = 100;

    private final DueFiles dueFiles;
    private final DeleteFile deleteFile;
    private final Tombstones tombstones;
    private final Tally tally;
    private final LifecycleConfig config;
    private final Clock clock;

    SweepFiles(
            DueFiles dueFiles,
            DeleteFile deleteFile,
            Tombstones tombstones,
            Tally tally,
            LifecycleConfig config,
            Clock clock) {
        this.dueFiles = dueFiles;
        this.deleteFile = deleteFile;
        this.tombstones = tombstones;
        this.tally = tally;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sweep-files";
    }

    @Override
    public Duration interval() {
        return config.sweepInterval();
    }

    @Override
    public void run() {
        announce();
        deleteDue();
        removeTombstones();
    }

    private void announce() {
        int announced;
        do {
            announced = dueFiles.announce(clock.instant().plus(config.announceBefore()), BATCH);
            tally.swept("announced", announced);
        } while (announced == BATCH);
    }

    /// A file that was claimed, held or changed since it was read is not deleted.
    private void deleteDue() {
        long deleted;
        do {
            var due = dueFiles.by(clock.instant(), BATCH);
            deleted = due.stream().filter(deleteFile::delete).count();
            tally.swept("deleted", (int) deleted);
        } while (deleted > 0);
    }

    /// As long as any go: each may let another go.
    private void removeTombstones() {
        int removed;
        do {
            removed = tombstones.remove(clock.instant().minus(config.tombstonesKeep()), BATCH);
            tally.swept("removed", removed);
        } while (removed > 0);
    }
}
