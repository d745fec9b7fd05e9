package dev.slipway.upload;

import dev.slipway.file.FileIds;
import dev.slipway.file.Files;
import dev.slipway.job.Job;
import dev.slipway.problem.Refusal;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/// Finishes an upload without anybody waiting: one whose verification takes long, or whose
/// bytes have come without a word from the client. The subject is the upload's id. As long as
/// this job lives, its heartbeat is the lease of an upload in state `verifying`.
@Singleton
public final class FinishInBackground implements Job {

    public static final String NAME = "finish-upload";

    private static final Logger LOG = Logger.getLogger(FinishInBackground.class);
    private static final int TRY_AGAIN = 503;

    private final Files files;
    private final RunningFinishes runningFinishes;

    FinishInBackground(Files files, RunningFinishes runningFinishes) {
        this.files = files;
        this.runningFinishes = runningFinishes;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(String subject, int attempt) {
        FileIds.find(subject)
                .flatMap(files::find)
                .filter(upload -> upload.state().isOpen())
                .ifPresent(
                        upload -> {
                            try {
                                runningFinishes.await(upload);
                            } catch (Refusal refusal) {
                                if (refusal.problem().status() == TRY_AGAIN) {
                                    throw refusal;
                                }
                                LOG.debugf("upload %s: %s", subject, refusal.getMessage());
                            }
                        });
        return new Outcome.Done();
    }
}
