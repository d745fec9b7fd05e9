package dev.slipway.lifecycle;

import dev.slipway.file.Erasures;
import dev.slipway.file.FileIds;
import dev.slipway.file.Owners;
import dev.slipway.job.Job;
import dev.slipway.upload.DeleteFile;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;

/// Cancels and deletes all that somebody owns, waits until the objects are gone, and then puts
/// a pseudonym in the owner's place. Uploads that are started meanwhile are taken as well; files
/// under a legal hold stay. The subject is the digest of the owner's name.
@Singleton
final class EraseOwner implements Job {

    static final String NAME = "erase-owner";

    private static final int BATCH = 100;
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final Erasures erasures;
    private final Owners owners;
    private final DeleteFile deleteFile;
    private final Clock clock;
    private final RandomGenerator random;

    EraseOwner(
            Erasures erasures,
            Owners owners,
            DeleteFile deleteFile,
            Clock clock,
            RandomGenerator random) {
        this.erasures = erasures;
        this.owners = owners;
        this.deleteFile = deleteFile;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(String subject, int attempt) {
        return erasures.findOwner(subject).map(this::erase).orElseGet(Outcome.Done::new);
    }

    private Outcome erase(String owner) {
        while (owners.page(owner, BATCH).stream().filter(deleteFile::delete).count() > 0) {
            // until nothing is left that can be deleted
        }
        var now = clock.instant();
        return erasures.finish(owner, FileIds.next(now, random), now)
                ? new Outcome.Done()
                : new Outcome.Again(now.plus(LOOK_AGAIN));
    }
}
