package dev.slipway.processing;

import dev.slipway.file.Failure;
import dev.slipway.file.FileRecord;
import dev.slipway.file.Files;
import dev.slipway.file.ProcessingState;
import dev.slipway.image.ImageRefusal;
import dev.slipway.image.Rendered;
import dev.slipway.image.Rendering;
import dev.slipway.job.Job;
import dev.slipway.problem.Refusal;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Makes the variants of a picture. The subject is its content's id: work for content that has
/// been replaced or deleted meanwhile is thrown away. A broken picture fails at once, anything
/// else is tried three times; the file itself stays whatever happens here.
@Singleton
public final class RenderVariants implements Job {

    public static final String NAME = "render-variants";

    private static final Logger LOG = Logger.getLogger(RenderVariants.class);
    private static final int MOST_ATTEMPTS = 3;

    private final Files files;
    private final RenderPicture renderPicture;
    private final RecordVariants recordVariants;

    RenderVariants(Files files, RenderPicture renderPicture, RecordVariants recordVariants) {
        this.files = files;
        this.renderPicture = renderPicture;
        this.recordVariants = recordVariants;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(String subject, int attempt) {
        var contentId = UUID.fromString(subject);
        var file = files.findByContent(contentId);
        if (file.isEmpty()) {
            recordVariants.forget(contentId);
        } else if (!file.get().processing().isOver()) {
            render(file.get(), attempt);
        }
        return new Outcome.Done();
    }

    private void render(FileRecord file, int attempt) {
        var contentId = file.finishedContent().id();
        if (attempt > MOST_ATTEMPTS) {
            // the process died each time before it could say so
            recordVariants.failed(contentId, MOST_ATTEMPTS, interrupted());
            return;
        }
        if (!files.processing(contentId, ProcessingState.RUNNING, attempt, Optional.empty())) {
            recordVariants.forget(contentId);
            return;
        }
        try {
            renderPicture
                    .render(file)
                    .ifPresentOrElse(
                            rendering -> record(file, attempt, rendering),
                            () -> recordVariants.failed(contentId, attempt, originalMissing()));
        } catch (RuntimeException e) {
            if (attempt < MOST_ATTEMPTS) {
                files.processing(
                        contentId, ProcessingState.QUEUED, attempt, Optional.of(failure(e)));
                throw e;
            }
            LOG.errorf(e, "gave up rendering, file=%s", file.id());
            recordVariants.failed(contentId, attempt, failure(e));
        }
    }

    private void record(FileRecord file, int attempt, Rendering rendering) {
        switch (rendering) {
            case Rendered rendered -> recordVariants.ready(file, attempt, rendered);
            case ImageRefusal(var code, var detail) ->
                    recordVariants.failed(
                            file.finishedContent().id(), attempt, new Failure(code, detail));
        }
    }

    private static Failure originalMissing() {
        return new Failure("original_missing", "The original is not in the storage any more.");
    }

    private static Failure failure(RuntimeException e) {
        return e instanceof Refusal refusal
                ? new Failure(refusal.problem().code(), refusal.problem().detail())
                : new Failure("processing_failed", "The picture could not be processed.");
    }

    private static Failure interrupted() {
        return new Failure("processing_failed", "The processing was interrupted each time.");
    }
}
