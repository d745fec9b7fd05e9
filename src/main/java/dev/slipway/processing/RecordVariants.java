package dev.slipway.processing;

import dev.slipway.file.Failure;
import dev.slipway.file.QueueForgetting;
import dev.slipway.file.Run;
import dev.slipway.file.Runs;
import dev.slipway.file.Variants;
import dev.slipway.image.ImageRefusal;
import dev.slipway.image.Rendered;
import dev.slipway.image.VariantPlan;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
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
    private final QueueForgetting queueForgetting;

    RecordVariants(Runs runs, Variants variants, QueueForgetting queueForgetting) {
        this.runs = runs;
        this.variants = variants;
        this.queueForgetting = queueForgetting;
    }

    /// What was rendered, which variants the engine cannot write, and why the original is not
    /// sanitised, if so: that tells most. What the terms do not name any more is given up.
    void rendered(
            Run run, Rendered rendered, List<VariantPlan> unwritable, Optional<Failure> obstacle) {
        if (!isWanted(run)) {
            return;
        }
        var contentId = run.contentId();
        for (var variant : rendered.variants()) {
            if (!RenderPicture.isGlance(variant)) {
                variants.ready(contentId, run.attempt(), variant, PictureStore.key(run, variant));
            }
        }
        for (var plan : unwritable) {
            variants.failed(contentId, plan.name(), run.attempt(), unwritable(plan));
        }
        variants.keepOnly(contentId, run.file().profile().variants());
        if (run.isRepeated()) {
            queueForgetting.strays(contentId);
        }
        runs.end(run, obstacle.or(() -> variants.anyFailure(contentId)));
    }

    /// Nothing that was to be rendered could be; some of it may be stored already.
    void failed(Run run, Failure error) {
        failed(run, error, Optional.empty());
    }

    /// The same, of an original that is not sanitised, if so.
    void failed(Run run, Failure error, Optional<Failure> obstacle) {
        if (isWanted(run)) {
            variants.failed(run.contentId(), run.attempt(), error);
            queueForgetting.strays(run.contentId());
            runs.end(run, obstacle.or(() -> Optional.of(error)));
        }
    }

    /// Nobody needs what a run for this content may have stored.
    void forget(UUID contentId) {
        queueForgetting.all(contentId);
    }

    private boolean isWanted(Run run) {
        return switch (runs.standing(run)) {
            case WANTED -> true;
            case WANTED_NO_MORE -> {
                queueForgetting.strays(run.contentId());
                yield false;
            }
            case CONTENT_GONE -> {
                forget(run.contentId());
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
