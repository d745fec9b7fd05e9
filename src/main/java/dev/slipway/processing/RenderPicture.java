package dev.slipway.processing;

import dev.slipway.file.Run;
import dev.slipway.file.Runs;
import dev.slipway.image.Glance;
import dev.slipway.image.ImageHeader;
import dev.slipway.image.Rendered;
import dev.slipway.image.RenderedVariant;
import dev.slipway.image.Rendering;
import dev.slipway.image.VariantPlan;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Fetches a picture, renders variants and stores each while the next is rendered. The local files
/// are gone when it returns, however that is.
@Singleton
final class RenderPicture {

    private final Runs runs;
    private final PictureStore pictures;
    private final SanitiseOriginal sanitiseOriginal;
    private final RenderWhenFree renderWhenFree;

    RenderPicture(
            Runs runs,
            PictureStore pictures,
            SanitiseOriginal sanitiseOriginal,
            RenderWhenFree renderWhenFree) {
        this.runs = runs;
        this.pictures = pictures;
        this.sanitiseOriginal = sanitiseOriginal;
        this.renderWhenFree = renderWhenFree;
    }

    boolean canWrite(VariantPlan plan) {
        return renderWhenFree.canWrite(plan);
    }

    /// Empty when the original is not in the storage.
    Optional<Processed> render(Run run, List<VariantPlan> wanted) {
        var plans = new ArrayList<>(wanted);
        if (run.file().profile().placeholder()) {
            plans.add(Glance.PLAN);
        }
        try (var folder = new WorkFolder()) {
            if (!pictures.fetch(run, folder.original())) {
                return Optional.empty();
            }
            var obstacle = sanitiseOriginal.findObstacle(run, folder);
            var rendering = plans.isEmpty() ? new Rendered(List.of()) : render(run, plans, folder);
            return Optional.of(new Processed(rendering, obstacle));
        }
    }

    private Rendering render(Run run, List<VariantPlan> plans, WorkFolder folder) {
        try (var aside = new StoreAside()) {
            var rendering =
                    renderWhenFree.render(
                            folder,
                            plans,
                            header -> measured(run, header),
                            variant -> take(run, variant, aside));
            if (rendering instanceof Rendered) {
                aside.await();
            }
            return rendering;
        }
    }

    private void measured(Run run, ImageHeader header) {
        runs.measured(run.contentId(), header.width(), header.height(), header.frames());
    }

    private void take(Run run, RenderedVariant variant, StoreAside aside) {
        if (isGlance(variant)) {
            var glance = Glance.of(variant.file());
            runs.glanced(run.contentId(), glance.thumbHash(), glance.colour());
        } else {
            aside.begin(() -> pictures.store(run, variant));
        }
    }

    /// Whether it is made to be looked at only, and not a variant of the profile.
    static boolean isGlance(RenderedVariant variant) {
        return variant.name().equals(Glance.PLAN.name());
    }
}
