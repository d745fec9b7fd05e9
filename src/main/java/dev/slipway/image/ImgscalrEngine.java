package dev.slipway.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The engine on ImageIO, with TwelveMonkeys' readers for JPEG and WebP, and imgscalr. It runs
/// anywhere Java does, and holds the whole picture in memory: hence its limits.
public final class ImgscalrEngine implements ImageEngine {

    public static final long DEFAULT_MAX_PIXELS = 100_000_000;

    private static final Set<String> READABLE =
            Set.of("image/jpeg", "image/png", "image/gif", "image/webp");

    /// JPEG's limit, in libjpeg's reading of it, and so that of what may become one.
    private static final int MAX_SIDE = 65_500;

    private static final long MILLION = 1_000_000;

    /// Buffers, and the tables of colour conversions.
    private static final long FIXED_BYTES = 8 << 20;

    private final long maxPixels;
    private final long memoryBudget;

    /// Refuses pictures of more than `maxPixels`, and those that would take more than
    /// `memoryBudget` bytes ([#weight]).
    public ImgscalrEngine(long maxPixels, long memoryBudget) {
        this.maxPixels = maxPixels;
        this.memoryBudget = memoryBudget;
    }

    @Override
    public String id() {
        return "imgscalr";
    }

    @Override
    public Set<String> readableTypes() {
        return READABLE;
    }

    @Override
    public Inspection inspect(Path source) {
        try (var in = SourceStream.open(source)) {
            return inspected(in).header();
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
    public long weight(ImageHeader header) {
        var working = header.pixels() * (header.alpha() ? 12 : 8);
        return Math.max(header.decodeBytes(), working) + FIXED_BYTES;
    }

    @Override
    public Rendering render(
            Path source,
            ImageHeader header,
            List<VariantPlan> plans,
            Path folder,
            Consumer<RenderedVariant> sink) {
        var names = plans.stream().map(VariantPlan::name).collect(Collectors.toSet());
        if (names.size() < plans.size()) {
            throw new IllegalArgumentException("two plans of one name among " + plans);
        }
        var variants = new ArrayList<RenderedVariant>();
        var complete = false;
        try (var in = SourceStream.open(source)) {
            var layout = inspected(in);
            if (!layout.header().equals(header)) {
                throw new IllegalArgumentException(header + " is not the header of " + source);
            }
            new RenderCascade(header, DecodeFrame.of(layout, in), folder)
                    .run(
                            Cascade.of(header, plans),
                            variant -> {
                                variants.add(variant);
                                sink.accept(variant);
                            });
            complete = true;
            return new Rendered(variants);
        } catch (Refused refused) {
            return refused.refusal();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source, e);
        } finally {
            if (!complete) {
                variants.forEach(variant -> WriteVariant.delete(variant.file()));
            }
        }
    }

    private Layout inspected(SourceStream in) throws IOException, Refused {
        var layout = ReadLayout.of(in);
        var header = layout.header();
        var size = "The picture has " + header.width() + " x " + header.height() + " pixels";
        if (header.pixels() > maxPixels) {
            throw Refused.tooMany(size + "; the limit is " + pixels(maxPixels) + ".");
        }
        if (Math.max(header.width(), header.height()) > MAX_SIDE) {
            throw Refused.tooMany(size + "; the limit is " + MAX_SIDE + " on either side.");
        }
        var weight = weight(header);
        if (weight > memoryBudget) {
            throw Refused.tooMany(
                    size
                            + ", which may take "
                            + mebibytes(weight)
                            + " of memory; the limit is "
                            + mebibytes(memoryBudget)
                            + ".");
        }
        return layout;
    }

    private static String pixels(long count) {
        return count % MILLION == 0 ? count / MILLION + " megapixels" : count + " pixels";
    }

    private static String mebibytes(long bytes) {
        return (bytes >> 20) + " MiB";
    }
}
