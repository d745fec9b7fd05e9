package dev.slipway.processing;

import dev.slipway.file.Failure;
import dev.slipway.file.FileRecord;
import dev.slipway.file.Files;
import dev.slipway.file.Runs;
import dev.slipway.file.Variants;
import dev.slipway.image.ImageRefusal;
import dev.slipway.image.Rendered;
import dev.slipway.image.Rendering;
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

    private final Files files;
    private final Runs runs;
    private final Variants variants;
    private final RenderPicture renderPicture;
    private final RecordVariants recordVariants;

    RenderVariants(
            Files files,
            Runs runs,
            Variants variants,
            RenderPicture renderPicture,
            RecordVariants recordVariants) {
        this.files = files;
        this.runs = runs;
        this.variants = variants;
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
            begin(file.get(), attempt);
        }
        return new Outcome.Done();
    }

    private void begin(FileRecord file, int number) {
        var contentId = file.finishedContent().id();
        var run = runs.begin(contentId, Math.min(number, MOST_ATTEMPTS));
        if (run.isEmpty()) {
            recordVariants.forget(contentId);
            return;
        }
        var attempt = new Attempt(file, run.getAsInt(), Math.min(number, MOST_ATTEMPTS));
        if (number > MOST_ATTEMPTS) {
            // the process died each time before it could say so
            recordVariants.failed(attempt, interrupted());
        } else {
            attempt(attempt);
        }
    }

    private void attempt(Attempt attempt) {
        try {
            render(attempt);
        } catch (RuntimeException e) {
            if (attempt.number() < MOST_ATTEMPTS) {
                runs.putOff(attempt.contentId(), attempt.number(), failure(e));
                throw e;
            }
            LOG.errorf(e, "gave up rendering, file=%s", attempt.file().id());
            recordVariants.failed(attempt, failure(e));
        }
    }

    private void render(Attempt attempt) {
        var queued = queued(attempt);
        var writable = queued.stream().filter(renderPicture::canWrite).toList();
        var others = queued.stream().filter(Predicate.not(renderPicture::canWrite)).toList();
        renderPicture
                .render(attempt.file(), writable)
                .ifPresentOrElse(
                        rendering -> record(attempt, rendering, others),
                        () -> recordVariants.failed(attempt, originalMissing()));
    }

    private List<VariantPlan> queued(Attempt attempt) {
        var names = variants.queued(attempt.contentId());
        return attempt.file().profile().variants().stream()
                .filter(plan -> names.contains(plan.name()))
                .toList();
    }

    private void record(Attempt attempt, Rendering rendering, List<VariantPlan> unwritable) {
        switch (rendering) {
            case Rendered rendered -> recordVariants.rendered(attempt, rendered, unwritable);
            case ImageRefusal(var code, var detail) ->
                    recordVariants.failed(attempt, new Failure(code, detail));
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
