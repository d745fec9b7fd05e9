package dev.slipway.image.libvips;

import dev.slipway.image.Capabilities;
import dev.slipway.image.Cascade;
import dev.slipway.image.ImageEngine;
import dev.slipway.image.ImageHeader;
import dev.slipway.image.ImageLimits;
import dev.slipway.image.Inspection;
import dev.slipway.image.PngLayout;
import dev.slipway.image.Refused;
import dev.slipway.image.RenderedVariant;
import dev.slipway.image.Rendering;
import dev.slipway.image.RenderingInProgress;
import dev.slipway.image.SourceStream;
import dev.slipway.image.TimeLimit;
import dev.slipway.image.VariantPlan;
import dev.slipway.image.WalkJpeg;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// The engine on libvips: fast, and of flat memory, as pixels are decoded, scaled and encoded
/// while they stream through. To be had of [FindLibvips].
final class LibvipsEngine implements ImageEngine {

    /// A base of so many pixels is kept however small the picture is.
    private static final long SMALL = 8_000_000;

    private final Libvips vips;
    private final Capabilities capabilities;
    private final ReadHeader readHeader;
    private final ImageLimits limits;
    private final Duration timeLimit;

    LibvipsEngine(
            Libvips vips,
            Capabilities capabilities,
            Set<Loader> loaders,
            ImageLimits limits,
            Duration timeLimit) {
        this.vips = vips;
        this.capabilities = capabilities;
        this.readHeader = new ReadHeader(vips, loaders);
        this.limits = limits;
        this.timeLimit = timeLimit;
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public Inspection inspect(Path source, List<VariantPlan> plans) {
        try (var in = SourceStream.open(source)) {
            return inspected(source, in, plans);
        } catch (Refused refused) {
            return refused.refusal();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source, e);
        }
    }

    @Override
    public long weight(ImageHeader header, List<VariantPlan> plans) {
        return Weight.of(header, cascade(header, plans), capabilities);
    }

    @Override
    public Rendering render(
            Path source,
            ImageHeader header,
            List<VariantPlan> plans,
            Path folder,
            Consumer<RenderedVariant> sink) {
        var time = new TimeLimit(timeLimit, System::nanoTime);
        try (var variants = new RenderingInProgress(plans, sink);
                var in = SourceStream.open(source, time)) {
            if (!inspected(source, in, plans).equals(header)) {
                throw new IllegalArgumentException(header + " is not the header of " + source);
            }
            switch (Loader.of(header.format())) {
                case JPEG -> WalkJpeg.toTheEnd(in);
                case PNG -> PngLayout.check(in);
                case GIF, WEBP, TIFF, HEIC, AVIF -> {}
            }
            renderAll(source, time, header, plans, folder, variants);
            return variants.complete();
        } catch (TimeLimit.Passed e) {
            return time.refused().refusal();
        } catch (Refused refused) {
            return refused.refusal();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source, e);
        }
    }

    private void renderAll(
            Path source,
            TimeLimit time,
            ImageHeader header,
            List<VariantPlan> plans,
            Path folder,
            Consumer<RenderedVariant> variants)
            throws Refused {
        try (var job = new Job(vips);
                var deadline = Deadline.at(time, vips)) {
            try {
                var picture = new Picture(job, deadline, source, header);
                var sizes = new RenderSizes(job, picture, deadline);
                for (var step : cascade(header, plans).steps()) {
                    deadline.check();
                    var plan = step.plan();
                    var format = capabilities.formatOf(header, plan);
                    var variant =
                            sizes.render(
                                    step,
                                    look(header, plan),
                                    image -> SaveVariant.to(folder, image, plan, format, deadline));
                    deadline.pauseFor(() -> variants.accept(variant));
                }
            } catch (LibvipsFailure e) {
                deadline.check();
                throw Blame.of(e, source);
            }
        }
    }

    private ImageHeader inspected(Path source, SourceStream in, List<VariantPlan> plans)
            throws IOException, Refused {
        var header = readHeader.of(source, in, limits);
        limits.check(header, plans, this);
        for (var step : cascade(header, plans).steps()) {
            SaveVariant.check(step, capabilities.formatOf(header, step.plan()));
        }
        return header;
    }

    private Look look(ImageHeader header, VariantPlan plan) {
        return new Look(capabilities.animates(header, plan), plan.keeping().colourProfile());
    }

    private static Cascade cascade(ImageHeader header, List<VariantPlan> plans) {
        return Cascade.of(header, plans, Math.max(SMALL, header.pixels() / 4));
    }
}
