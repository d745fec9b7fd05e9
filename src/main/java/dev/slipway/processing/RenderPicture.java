package dev.slipway.processing;

import dev.slipway.file.FileRecord;
import dev.slipway.file.Keys;
import dev.slipway.file.Runs;
import dev.slipway.image.Glance;
import dev.slipway.image.ImageEngine;
import dev.slipway.image.ImageHeader;
import dev.slipway.image.ImageRefusal;
import dev.slipway.image.Rendered;
import dev.slipway.image.RenderedVariant;
import dev.slipway.image.Rendering;
import dev.slipway.image.VariantPlan;
import dev.slipway.profile.Visibility;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.Storages;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Fetches a picture, renders variants and stores each while the next is rendered. Their keys are
/// derived, so doing it twice stores the same bytes at the same place.
@Singleton
final class RenderPicture {

    private final Runs runs;
    private final Storages storages;
    private final ImageEngine engine;
    private final ImageMemory memory;

    RenderPicture(Runs runs, Storages storages, ImageEngine engine, ImageMemory memory) {
        this.runs = runs;
        this.storages = storages;
        this.engine = engine;
        this.memory = memory;
    }

    /// Whether there is an engine that makes such a variant.
    boolean canWrite(VariantPlan plan) {
        return engine.capabilities().writes(plan.format());
    }

    /// Empty when the original is not in the storage.
    Optional<Rendering> render(FileRecord file, List<VariantPlan> wanted) {
        var plans = new ArrayList<>(wanted);
        if (file.profile().placeholder()) {
            plans.add(Glance.PLAN);
        }
        try (var folder = new WorkFolder()) {
            var original = folder.path().resolve("original");
            if (!store(file).copyTo(file.finishedContent().key(), original)) {
                return Optional.empty();
            }
            return Optional.of(render(file, plans, original, folder.path()));
        }
    }

    private Rendering render(FileRecord file, List<VariantPlan> plans, Path original, Path folder) {
        try (var aside = new StoreAside()) {
            var rendering = render(file, plans, original, folder, aside);
            if (rendering instanceof Rendered) {
                aside.await();
            }
            return rendering;
        }
    }

    private Rendering render(
            FileRecord file,
            List<VariantPlan> plans,
            Path original,
            Path folder,
            StoreAside aside) {
        return switch (engine.inspect(original, plans)) {
            case ImageHeader header -> {
                var contentId = file.finishedContent().id();
                runs.measured(contentId, header.width(), header.height(), header.frames());
                yield memory.with(
                        engine.weight(header, plans),
                        () ->
                                engine.render(
                                        original,
                                        header,
                                        plans,
                                        folder,
                                        variant -> take(file, variant, aside)));
            }
            case ImageRefusal refusal -> refusal;
        };
    }

    private void take(FileRecord file, RenderedVariant variant, StoreAside aside) {
        if (isGlance(variant)) {
            var glance = Glance.of(variant.file());
            runs.glanced(file.finishedContent().id(), glance.thumbHash(), glance.colour());
        } else {
            aside.begin(() -> store(file, variant));
        }
    }

    private void store(FileRecord file, RenderedVariant variant) {
        var isPublic = file.profile().visibility() == Visibility.PUBLIC;
        store(file)
                .write(
                        key(file, variant),
                        variant.file(),
                        ObjectHeaders.immutable(variant.contentType(), isPublic));
    }

    private ObjectStore store(FileRecord file) {
        return storages.named(file.finishedContent().storage());
    }

    /// Whether it is made to be looked at only, and not a variant of the profile.
    static boolean isGlance(RenderedVariant variant) {
        return variant.name().equals(Glance.PLAN.name());
    }

    static ObjectKey key(FileRecord file, RenderedVariant variant) {
        var plan =
                file.profile().variants().stream()
                        .filter(wanted -> wanted.name().equals(variant.name()))
                        .findFirst()
                        .orElseThrow();
        return Keys.variant(
                file.profile().visibility(),
                file.finishedContent().id(),
                plan,
                variant.contentType());
    }
}
