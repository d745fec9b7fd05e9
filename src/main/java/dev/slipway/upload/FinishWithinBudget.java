package dev.slipway.upload;

import dev.slipway.caller.Caller;
import dev.slipway.file.FileRecord;
import dev.slipway.file.FileState;
import dev.slipway.file.Files;
import dev.slipway.problem.NotFound;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/// Finishes an upload for somebody who waits, and not longer than a load balancer's patience:
/// what takes longer than the budget goes on as a job, and the answer is the upload in state
/// `verifying`.
@Singleton
public final class FinishWithinBudget {

    private final Files files;
    private final RunningFinishes runningFinishes;
    private final RecordUpload recordUpload;
    private final FinishConfig config;

    FinishWithinBudget(
            Files files,
            RunningFinishes runningFinishes,
            RecordUpload recordUpload,
            FinishConfig config) {
        this.files = files;
        this.runningFinishes = runningFinishes;
        this.recordUpload = recordUpload;
        this.config = config;
    }

    /// How long a finish takes at most before it goes on as a job.
    public Duration budget() {
        return config.budget();
    }

    FileRecord finish(Caller caller, FinishRequest request) {
        var file =
                request.findUpload()
                        .flatMap(files::find)
                        .filter(found -> caller.maySee(found.owner()))
                        .orElseThrow(() -> new NotFound().refusal());
        var finished = finish(file);
        if (!caller.maySee(finished.owner())) {
            throw new NotFound().refusal();
        }
        return finished;
    }

    /// Finishes it for nobody in particular.
    public FileRecord finish(FileRecord upload) {
        if (upload.state() == FileState.VERIFYING && !runningFinishes.isRunning(upload.id())) {
            // its job is at work on another node, or about to be
            return upload;
        }
        try {
            return runningFinishes.await(upload, config.budget());
        } catch (TimeoutException e) {
            recordUpload.goesOn(upload);
            return files.find(upload.id()).orElseThrow(() -> new NotFound().refusal());
        }
    }
}
