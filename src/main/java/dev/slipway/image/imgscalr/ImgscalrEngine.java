package dev.slipway.image.imgscalr;

import dev.slipway.image.Capabilities;
import dev.slipway.image.Cascade;
import dev.slipway.image.ImageEngine;
import dev.slipway.image.ImageHeader;
import dev.slipway.image.ImageLimits;
import dev.slipway.image.Inspection;
import dev.slipway.image.Keeping;
import dev.slipway.image.Layout;
import dev.slipway.image.OutputFormat;
import dev.slipway.image.ReadLayout;
import dev.slipway.image.Refused;
import dev.slipway.image.RenderedVariant;
import dev.slipway.image.Rendering;
import dev.slipway.image.RenderingInProgress;
import dev.slipway.image.SourceStream;
import dev.slipway.image.TimeLimit;
import dev.slipway.image.VariantPlan;
import dev.slipway.image.imageio.Blur;
import dev.slipway.image.imageio.DecodeFrame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The engine on ImageIO, with TwelveMonkeys' readers for JPEG, WebP and TIFF, and imgscalr.
/// It runs anywhere Java does, and holds the whole picture in memory: hence its limits.
public final class ImgscalrEngine implements ImageEngine {

    private static final Capabilities CAPABILITIES =
            new Capabilities(
                    "imgscalr",
                    "4.2",
                    Set.of("image/jpeg", "image/png", "image/gif", "image/webp", "image/tiff"),
                    Set.of(OutputFormat.KEEP, OutputFormat.JPEG, OutputFormat.PNG),
                    Keeping.NOTHING);

    /// Buffers, and the tables of colour conversions.
    private static final long FIXED_BYTES = 8 << 20;

    private final ImageLimits limits;
    private final Supplier<TimeLimit> timeLimit;

    /// `timeLimit`: after which a picture is given up.
    public ImgscalrEngine(ImageLimits limits, Duration timeLimit) {
        this(limits, () -> new TimeLimit(timeLimit, System::nanoTime));
    }

    ImgscalrEngine(ImageLimits limits, Supplier<TimeLimit> timeLimit) {
        this.limits = limits;
        this.timeLimit = timeLimit;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Inspection inspect(Path source, List<VariantPlan> plans) {
        try (var in = SourceStream.open(source)) {
            return inspected(in, plans).header();
        } catch (Refused refused) {
            return refused.refusal();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source, e);
        }
    }

    /// After decoding, the picture takes three or four bytes a pixel, a variant as large as the
    /// picture four more, and four again while it is laid on white. Scaling by half and more,
    /// as is usual, takes about half of that.
    @Override
    public long weight(ImageHeader header, List<VariantPlan> plans) {
        var working = header.pixels() * (header.alpha() ? 12 : 8);
        return Math.max(header.decodeBytes(), working + blurring(header, plans)) + FIXED_BYTES;
    }

    private static long blurring(ImageHeader header, List<VariantPlan> plans) {
        return Cascade.of(header, plans).steps().stream()
                .filter(step -> step.plan().blur() > 0)
                .mapToLong(step -> step.pixels() * Blur.BYTES_PER_PIXEL)
                .max()
                .orElse(0);
    }

    @Override
    public Rendering render(
            Path source,
            ImageHeader header,
            List<VariantPlan> plans,
            Path folder,
            Consumer<RenderedVariant> sink) {
        var time = timeLimit.get();
        try (var variants = new RenderingInProgress(plans, sink);
                var in = SourceStream.open(source, time)) {
            var layout = inspected(in, plans);
            if (!layout.header().equals(header)) {
                throw new IllegalArgumentException(header + " is not the header of " + source);
            }
            new RenderCascade(header, DecodeFrame.of(layout, in), folder, time)
                    .run(Cascade.of(header, plans), variants);
            return variants.complete();
        } catch (TimeLimit.Passed e) {
            return time.refused().refusal();
        } catch (Refused refused) {
            return refused.refusal();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source, e);
        }
    }

    private Layout inspected(SourceStream in, List<VariantPlan> plans) throws IOException, Refused {
        var layout = ReadLayout.of(in, limits);
        limits.check(layout.header(), plans, this);
        return layout;
    }
}
