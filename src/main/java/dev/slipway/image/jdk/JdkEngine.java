package dev.slipway.image.jdk;

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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The portable engine: nothing but Java, with TwelveMonkeys' readers for WebP and TIFF. It decodes
/// JPEG and PNG row by row and makes all sizes of a picture at once, so that it holds little more
/// than what is made.
public final class JdkEngine implements ImageEngine {

    private static final Capabilities CAPABILITIES =
            new Capabilities(
                    "jdk",
                    Runtime.version().toString(),
                    Set.of("image/jpeg", "image/png", "image/gif", "image/webp", "image/tiff"),
                    Set.of(OutputFormat.KEEP, OutputFormat.JPEG, OutputFormat.PNG),
                    new Keeping(true, true, false));

    private final ImageLimits limits;
    private final Supplier<TimeLimit> timeLimit;

    /// `timeLimit`: after which a picture is given up.
    public JdkEngine(ImageLimits limits, Duration timeLimit) {
        this(limits, () -> new TimeLimit(timeLimit, System::nanoTime));
    }

    JdkEngine(ImageLimits limits, Supplier<TimeLimit> timeLimit) {
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
            return inspected(ReadLayout.of(in, limits), in, plans);
        } catch (Refused refused) {
            return refused.refusal();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source, e);
        }
    }

    @Override
    public long weight(ImageHeader header, List<VariantPlan> plans) {
        return Weight.of(header, Cascade.of(header, plans));
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
                var arena = Arena.ofConfined();
                var in = SourceStream.open(source, time)) {
            var layout = ReadLayout.of(in, limits);
            if (!inspected(layout, in, plans).equals(header)) {
                throw new IllegalArgumentException(header + " is not the header of " + source);
            }
            var decode = new Decode(layout, in, new PixelRoom(folder, arena));
            for (var drawings = draw(header, plans, decode); !drawings.isEmpty(); ) {
                var variant = WriteVariant.to(folder, drawings.remove(), time);
                time.pauseFor(() -> variants.accept(variant));
            }
            return variants.complete();
        } catch (TimeLimit.Passed e) {
            return time.refused().refusal();
        } catch (Refused refused) {
            return refused.refusal();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source, e);
        }
    }

    private ImageHeader inspected(Layout layout, SourceStream in, List<VariantPlan> plans)
            throws IOException, Refused {
        var header = layout.header().decodedIn(Weight.decoding(layout, in));
        limits.check(header, plans, this);
        return header;
    }

    /// All sizes out of one decoding, the largest first.
    private Queue<Drawing> draw(ImageHeader header, List<VariantPlan> plans, Decode decode)
            throws Refused {
        var rows = decode.source();
        var cascade = Cascade.of(header, plans);
        var drawings = new ArrayDeque<Drawing>();
        for (var step : cascade.steps()) {
            var format = CAPABILITIES.formatOf(header, step.plan());
            drawings.add(Drawing.of(step, header, rows, format, decode.room()));
        }
        var canvases = drawings.stream().map(Drawing::canvas).toList();
        decode.run(
                rows,
                FilterTree.of(
                        header,
                        cascade,
                        rows.channels(),
                        step -> canvases.get(cascade.steps().indexOf(step))));
        return drawings;
    }
}
