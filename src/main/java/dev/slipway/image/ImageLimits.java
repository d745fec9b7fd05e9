package dev.slipway.image;

import java.util.List;

/// What is refused by the header, before a pixel is decoded, whichever the engine.
///
/// - `maxPixels`: of all frames that are wanted together
/// - `maxProgressivePixels`: the same for a progressive picture, which has to be held whole
/// - `maxFrames`: of an animation that is kept
/// - `memoryBudget`: the bytes that rendering one picture may take ([ImageEngine#weight])
public record ImageLimits(
        long maxPixels, long maxProgressivePixels, int maxFrames, long memoryBudget) {

    public static final long MAX_PIXELS = 100_000_000;
    public static final long MAX_PROGRESSIVE_PIXELS = 50_000_000;
    public static final int MAX_FRAMES = 500;

    /// Of a JPEG: encoders make about ten, and each may be the work of a whole picture.
    public static final int MAX_SCANS = 32;

    /// JPEG's limit, in libjpeg's reading of it, and so that of what may become one.
    private static final int MAX_SIDE = 65_500;

    private static final long MILLION = 1_000_000;

    /// As if there were none.
    static final ImageLimits NONE =
            new ImageLimits(Long.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE);

    public ImageLimits {
        if (maxPixels < 1 || maxProgressivePixels < 1 || maxFrames < 1 || memoryBudget < 1) {
            throw new IllegalArgumentException("a limit that nothing is within");
        }
    }

    /// The usual ones, with so much memory.
    public static ImageLimits within(long memoryBudget) {
        return new ImageLimits(MAX_PIXELS, MAX_PROGRESSIVE_PIXELS, MAX_FRAMES, memoryBudget);
    }

    /// Refuses a picture that `engine` may not render to these plans.
    public void check(ImageHeader header, List<VariantPlan> plans, ImageEngine engine)
            throws Refused {
        var able = engine.capabilities();
        for (var plan : plans) {
            var format = able.formatOf(header, plan);
            if (!able.writes(format)) {
                throw Refused.notWritten(able.id(), format);
            }
        }
        checkPixels(header, plans.stream().anyMatch(plan -> able.animates(header, plan)));
        var weight = engine.weight(header, plans);
        if (weight > memoryBudget) {
            throw Refused.tooMany(
                    size(header)
                            + ", which may take "
                            + mebibytes(weight)
                            + " of memory; the limit is "
                            + mebibytes(memoryBudget)
                            + ".");
        }
    }

    /// Refuses a size that is too large for any picture, before the rest of the header is read.
    void checkSize(int width, int height) throws Refused {
        if ((long) width * height > maxPixels) {
            throw Refused.tooMany(
                    size(width, height) + "; the limit is " + pixels(maxPixels) + ".");
        }
    }

    private void checkPixels(ImageHeader header, boolean animated) throws Refused {
        var frames = animated ? header.frames() : 1;
        if (frames > maxFrames) {
            throw Refused.tooManyFrames(
                    "The animation has " + frames + " frames; the limit is " + maxFrames + ".");
        }
        var limit = header.progressive() ? Math.min(maxPixels, maxProgressivePixels) : maxPixels;
        if (header.pixels() * frames > limit) {
            throw Refused.tooMany(
                    size(header)
                            + (frames > 1 ? " in " + frames + " frames" : "")
                            + "; the limit"
                            + (header.progressive() ? " of a progressive picture" : "")
                            + " is "
                            + pixels(limit)
                            + ".");
        }
        if (Math.max(header.width(), header.height()) > MAX_SIDE) {
            throw Refused.tooMany(size(header) + "; the limit is " + MAX_SIDE + " on either side.");
        }
    }

    private static String size(ImageHeader header) {
        return size(header.width(), header.height());
    }

    private static String size(int width, int height) {
        return "The picture has " + width + " x " + height + " pixels";
    }

    private static String pixels(long count) {
        return count % MILLION == 0 ? count / MILLION + " megapixels" : count + " pixels";
    }

    private static String mebibytes(long bytes) {
        return (bytes >> 20) + " MiB";
    }
}
