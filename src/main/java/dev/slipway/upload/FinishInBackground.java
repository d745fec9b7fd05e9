package dev.slipway.upload;

import dev.slipway.file.FileIds;
import dev.slipway.file.FileRecord;
import dev.slipway.file.Files;
import dev.slipway.job.Job;
import dev.slipway.problem.Refusal;
import jakarta.inject.Singleton;

/// Finishes an upload on a hint that its bytes are there, without any call of its client. The
/// hint may be early, late, repeated or wrong: then there is nothing to finish, and that is
/// all. Only a storage that does not answer is asked again.
@Singleton
public final class FinishInBackground implements Job {

    public static final String NAME = "finish-upload";

    private static final int UNAVAILABLE = 503;

    private final Files files;
    private final FinishUpload finishUpload;

    FinishInBackground(Files files, FinishUpload finishUpload) {
        this.files = files;
        this.finishUpload = finishUpload;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(String subject, int attempt) {
        FileIds.find(subject).flatMap(files::find).ifPresent(this::finish);
        return new Outcome.Done();
    }

    private void finish(FileRecord upload) {
        try {
            finishUpload.finish(upload);
        } catch (Refusal refusal) {
            if (refusal.problem().status() == UNAVAILABLE) {
                throw refusal;
            }
        }
    }
}
