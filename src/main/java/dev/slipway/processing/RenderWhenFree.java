package dev.slipway.processing;

import dev.slipway.image.ImageEngine;
import dev.slipway.image.ImageHeader;
import dev.slipway.image.ImageRefusal;
import dev.slipway.image.RenderedVariant;
import dev.slipway.image.Rendering;
import dev.slipway.image.VariantPlan;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;

/// Renders a picture as soon as the memory that it takes is free.
@Singleton
final class RenderWhenFree {

    private final ImageEngine engine;
    private final ImageMemory memory;

    RenderWhenFree(ImageEngine engine, ImageMemory memory) {
        this.engine = engine;
        this.memory = memory;
    }

    /// Whether there is an engine that makes such a variant.
    boolean canWrite(VariantPlan plan) {
        return engine.capabilities().writes(plan.format());
    }

    /// Of the original in this folder. Gives the header to `measured` before anything is
    /// decoded, and each variant to `sink`.
    Rendering render(
            WorkFolder folder,
            List<VariantPlan> plans,
            Consumer<ImageHeader> measured,
            Consumer<RenderedVariant> sink) {
        return switch (engine.inspect(folder.original(), plans)) {
            case ImageHeader header -> {
                measured.accept(header);
                yield memory.with(
                        engine.weight(header, plans),
                        () -> engine.render(folder.original(), header, plans, folder.path(), sink));
            }
            case ImageRefusal refusal -> refusal;
        };
    }
}
