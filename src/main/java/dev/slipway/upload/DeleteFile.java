package dev.slipway.upload;

import dev.slipway.caller.Caller;
import dev.slipway.file.Contents;
import dev.slipway.file.FileIds;
import dev.slipway.file.FileRecord;
import dev.slipway.file.FileState;
import dev.slipway.file.Files;
import dev.slipway.file.ForgetContent;
import dev.slipway.job.Jobs;
import dev.slipway.problem.NotFound;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/// Cancels a pending upload, or deletes a file with its variants and its history. The row is
/// deleted at once and for good; its objects go by jobs that repeat until nothing is left.
@Singleton
final class DeleteFile {

    private static final int MOST_TRIES = 3;

    private final Files files;
    private final Contents contents;
    private final Jobs jobs;
    private final Clock clock;

    DeleteFile(Files files, Contents contents, Jobs jobs, Clock clock) {
        this.files = files;
        this.contents = contents;
        this.jobs = jobs;
        this.clock = clock;
    }

    void delete(Caller caller, String id) {
        for (var tries = 0; tries < MOST_TRIES; tries++) {
            var file = deletable(caller, id).orElseThrow(() -> new NotFound().refusal());
            if (QuarkusTransaction.requiringNew().call(() -> end(file))) {
                return;
            }
        }
        throw new NotFound().refusal();
    }

    /// Ends an upload that has not become a file; false when it has changed meanwhile.
    boolean cancel(FileRecord upload) {
        return QuarkusTransaction.requiringNew().call(() -> end(upload));
    }

    /// False when the row has changed meanwhile: then it has to be read again, in a transaction
    /// of its own, because this one would still see the old one.
    private boolean end(FileRecord file) {
        if (!files.move(file.id(), file.state(), FileState.DELETED)) {
            return false;
        }
        // read anew: a re-upload may have given the file other content meanwhile
        var ids = contents.of(files.find(file.id()).orElse(file));
        contents.forget(ids);
        for (var contentId : ids) {
            jobs.enqueue(ForgetContent.NAME, contentId.toString(), clock.instant());
        }
        return true;
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
