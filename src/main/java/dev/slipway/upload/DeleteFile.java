package dev.slipway.upload;

import dev.slipway.caller.Caller;
import dev.slipway.file.FileIds;
import dev.slipway.file.FileRecord;
import dev.slipway.file.FileState;
import dev.slipway.file.Files;
import dev.slipway.file.ForgetContent;
import dev.slipway.file.Tombstones;
import dev.slipway.job.Jobs;
import dev.slipway.problem.NotFound;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/// Cancels a pending upload, or deletes a file with its variants and its history. The row is
/// deleted at once and for good; its objects go by jobs that repeat until nothing is left.
@Singleton
public final class DeleteFile {

    private static final int MOST_TRIES = 3;

    private final Files files;
    private final Tombstones tombstones;
    private final Jobs jobs;
    private final Clock clock;

    DeleteFile(Files files, Tombstones tombstones, Jobs jobs, Clock clock) {
        this.files = files;
        this.tombstones = tombstones;
        this.jobs = jobs;
        this.clock = clock;
    }

    void delete(Caller caller, String id) {
        for (var tries = 0; tries < MOST_TRIES; tries++) {
            var file = deletable(caller, id).orElseThrow(() -> new NotFound().refusal());
            if (file.keeping().legalHold()) {
                throw new LegalHold().refusal();
            }
            if (delete(file)) {
                return;
            }
        }
        throw new NotFound().refusal();
    }

    /// Deletes it for nobody in particular. False when the row is not what was `seen` any more:
    /// then it has to be read again, in a transaction of its own, because this one would still
    /// see the old one.
    public boolean delete(FileRecord seen) {
        return QuarkusTransaction.requiringNew().call(() -> end(seen));
    }

    private boolean end(FileRecord seen) {
        var now = clock.instant();
        var left = tombstones.bury(seen, now);
        left.ifPresent(
                contents ->
                        contents.forEach(
                                id -> jobs.enqueue(ForgetContent.NAME, id.toString(), now)));
        return left.isPresent();
    }

    private Optional<FileRecord> deletable(Caller caller, String id) {
        return FileIds.find(id)
                .flatMap(files::find)
                .filter(file -> caller.isAdmin() || caller.subject().equals(file.owner()))
                .filter(
                        file ->
                                file.state() != FileState.DELETED
                                        && file.state() != FileState.MERGED);
    }
}
