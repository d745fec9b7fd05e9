package dev.slipway.processing;

import dev.slipway.file.Failure;
import dev.slipway.file.Run;
import dev.slipway.file.Runs;
import dev.slipway.file.Runs.Beginning;
import dev.slipway.image.ImageRefusal;
import dev.slipway.image.Rendered;
import dev.slipway.image.VariantPlan;
import dev.slipway.job.Job;
import dev.slipway.problem.Refusal;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/// Makes the variants of a picture that are queued. The subject is its content's id: work for
/// content that has been replaced or deleted meanwhile is thrown away. A broken picture fails at
/// once, anything else is tried three times; the file itself stays whatever happens here.
@Singleton
public final class RenderVariants implements Job {

    public static final String NAME = "render-variants";

    private static final Logger LOG = Logger.getLogger(RenderVariants.class);
    private static final int MOST_ATTEMPTS = 3;

    private final Runs runs;
    private final RenderPicture renderPicture;
    private final RecordVariants recordVariants;

    RenderVariants(Runs runs, RenderPicture renderPicture, RecordVariants recordVariants) {
        this.runs = runs;
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
        switch (runs.begin(contentId, Math.min(attempt, MOST_ATTEMPTS))) {
            case Beginning.Begun(var run) when attempt > MOST_ATTEMPTS ->
                    // the process died each time before it could say so
                    recordVariants.failed(run, interrupted());
            case Beginning.Begun(var run) -> attempt(run);
            case Beginning.NothingWanted() -> {}
            case Beginning.ContentGone() -> recordVariants.forget(contentId);
        }
        return new Outcome.Done();
    }

    private void attempt(Run run) {
        try {
            render(run);
        } catch (RuntimeException e) {
            if (run.attempt() < MOST_ATTEMPTS) {
                runs.putOff(run, failure(e));
                throw e;
            }
            LOG.errorf(e, "gave up rendering, file=%s", run.file().id());
            recordVariants.failed(run, failure(e));
        }
    }

    private void render(Run run) {
        var writable = run.plans().stream().filter(renderPicture::canWrite).toList();
        var others = run.plans().stream().filter(Predicate.not(renderPicture::canWrite)).toList();
        renderPicture
                .render(run, writable)
                .ifPresentOrElse(
                        processed -> record(run, processed, others),
                        () -> recordVariants.failed(run, originalMissing()));
    }

    private void record(Run run, Processed processed, List<VariantPlan> unwritable) {
        var obstacle = processed.obstacle();
        switch (processed.rendering()) {
            case Rendered rendered -> recordVariants.rendered(run, rendered, unwritable, obstacle);
            case ImageRefusal(var code, var detail) ->
                    recordVariants.failed(run, new Failure(code, detail), obstacle);
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
