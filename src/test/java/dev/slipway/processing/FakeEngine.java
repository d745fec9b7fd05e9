package dev.slipway.processing;

import dev.slipway.image.Capabilities;
import dev.slipway.image.ImageEngine;
import dev.slipway.image.ImageHeader;
import dev.slipway.image.ImageLimits;
import dev.slipway.image.ImageRefusal;
import dev.slipway.image.Inspection;
import dev.slipway.image.RenderedVariant;
import dev.slipway.image.Rendering;
import dev.slipway.image.VariantPlan;
import dev.slipway.image.jdk.JdkEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Renders as the portable engine does, and then says something else. Remembers where it was at
/// work.
final class FakeEngine implements ImageEngine {

    private final ImageEngine real =
            new JdkEngine(ImageLimits.within(1 << 26), Duration.ofMinutes(1));
    private final List<Path> folders = new ArrayList<>();
    private final UnaryOperator<Rendering> answer;

    FakeEngine(UnaryOperator<Rendering> answer) {
        this.answer = answer;
    }

    /// Refuses the picture when all of it has been rendered.
    static FakeEngine refusing() {
        return new FakeEngine(
                rendered -> new ImageRefusal(ImageRefusal.CORRUPT_IMAGE, "Its end is missing."));
    }

    List<Path> folders() {
        return folders;
    }

    @Override
    public Capabilities capabilities() {
        return real.capabilities();
    }

    @Override
    public Inspection inspect(Path source, List<VariantPlan> plans) {
        return real.inspect(source, plans);
    }

    @Override
    public long weight(ImageHeader header, List<VariantPlan> plans) {
        return real.weight(header, plans);
    }

    @Override
    public Rendering render(
            Path source,
            ImageHeader header,
            List<VariantPlan> plans,
            Path folder,
            Consumer<RenderedVariant> sink) {
        folders.add(folder);
        return answer.apply(real.render(source, header, plans, folder, sink));
    }
}
