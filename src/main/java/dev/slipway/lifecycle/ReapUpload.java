package dev.slipway.lifecycle;

import dev.slipway.file.FileRecord;
import dev.slipway.file.FileState;
import dev.slipway.file.Files;
import dev.slipway.job.Jobs;
import dev.slipway.problem.Refusal;
import dev.slipway.upload.FinishInBackground;
import dev.slipway.upload.FinishWithinBudget;
import jakarta.inject.Singleton;
import java.time.Clock;

/// Ends one upload whose forms are dead, by finishing it: what has come is a file or rejected,
/// as if the client had asked, and only what has not come has expired.
@Singleton
final class ReapUpload {

    private static final int TRY_AGAIN = 503;

    private final Files files;
    private final FinishWithinBudget finishUpload;
    private final Jobs jobs;
    private final Tally tally;
    private final Clock clock;

    ReapUpload(Files files, FinishWithinBudget finishUpload, Jobs jobs, Tally tally, Clock clock) {
        this.files = files;
        this.finishUpload = finishUpload;
        this.jobs = jobs;
        this.tally = tally;
        this.clock = clock;
    }

    /// False when its storage does not answer: then it stays as it is.
    boolean reap(FileRecord upload) {
        if (upload.state() == FileState.VERIFYING) {
            // its job is at work; should it have been lost, here it is again
            jobs.enqueue(FinishInBackground.NAME, upload.id().toString(), clock.instant());
        } else if (!finish(upload)) {
            tally.reaped("storage_unavailable");
            return false;
        }
        files.find(upload.id()).ifPresent(ended -> tally.reaped(ended.state().wireName()));
        return true;
    }

    private boolean finish(FileRecord upload) {
        try {
            finishUpload.finish(upload);
            return true;
        } catch (Refusal refusal) {
            // any other refusal stands in the row, or is none of ours: a renewal came first
            return refusal.problem().status() != TRY_AGAIN;
        }
    }
}
