package dev.slipway.processing;

import dev.slipway.file.Failure;
import dev.slipway.file.ForgetContent;
import dev.slipway.file.Runs;
import dev.slipway.file.Variants;
import dev.slipway.image.ImageRefusal;
import dev.slipway.image.Rendered;
import dev.slipway.image.VariantPlan;
import dev.slipway.job.Jobs;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Records how the rendering of a picture ended, in one transaction; when the content has been
/// replaced or deleted meanwhile, what was stored for it is forgotten, and when another run is
/// wanted, that one tells.
@Singleton
@Transactional
class RecordVariants {

    private final Runs runs;
    private final Variants variants;
    private final Jobs jobs;
    private final Clock clock;

    RecordVariants(Runs runs, Variants variants, Jobs jobs, Clock clock) {
        this.runs = runs;
        this.variants = variants;
        this.jobs = jobs;
        this.clock = clock;
    }

    /// What was rendered, and which variants the engine cannot write.
    void rendered(Attempt attempt, Rendered rendered, List<VariantPlan> unwritable) {
        if (!isWanted(attempt)) {
            return;
        }
        var contentId = attempt.contentId();
        for (var variant : rendered.variants()) {
            if (!RenderPicture.isGlance(variant)) {
                var key = RenderPicture.key(attempt.file(), variant);
                variants.ready(contentId, attempt.number(), variant, key);
            }
        }
        for (var plan : unwritable) {
            variants.failed(contentId, plan.name(), attempt.number(), unwritable(plan));
        }
        runs.end(contentId, attempt.run(), attempt.number(), variants.anyFailure(contentId));
    }

    /// Nothing that was to be rendered could be.
    void failed(Attempt attempt, Failure error) {
        if (isWanted(attempt)) {
            variants.failed(attempt.contentId(), attempt.number(), error);
            runs.end(attempt.contentId(), attempt.run(), attempt.number(), Optional.of(error));
        }
    }

    /// Nobody needs what a run for this content may have stored.
    void forget(UUID contentId) {
        jobs.enqueue(ForgetContent.NAME, contentId.toString(), clock.instant());
    }

    private boolean isWanted(Attempt attempt) {
        return switch (runs.standing(attempt.contentId(), attempt.run())) {
            case WANTED -> true;
            case WANTED_AGAIN -> false;
            case CONTENT_GONE -> {
                forget(attempt.contentId());
                yield false;
            }
        };
    }

    private static Failure unwritable(VariantPlan plan) {
        return new Failure(
                ImageRefusal.UNSUPPORTED_OUTPUT,
                "Here is no engine that writes " + plan.format() + ".");
    }
}
