package dev.slipway.image;

import java.io.IOException;
import java.util.Set;

/// The first page of a TIFF (TIFF 6.0), and what TwelveMonkeys' reader takes to decode it.
public final class TiffLayout {

    static final int ICC_PROFILE = 34675;

    /// A larger one is taken for none.
    static final int MAX_PROFILE = 1 << 20;

    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int COMPRESSION = 259;
    private static final int ORIENTATION = 274;

    /// None, CCITT's three, LZW, JPEG, Deflate, PackBits, and Deflate as it was called first.
    private static final Set<Long> COMPRESSIONS =
            Set.of(1L, 2L, 3L, 4L, 5L, 7L, 8L, 32773L, 32946L);

    private static final int JPEG = 7;

    /// Of a pixel in the picture that a reader's is converted to.
    private static final int CONVERTED = 4;

    /// What a reader holds for each block: its offset and size, as they are read and twice more.
    private static final int BLOCK = 64;

    /// What a colour conversion holds, for each byte of its profile.
    private static final int PROFILE = 8;

    private TiffLayout() {}

    /// Refuses more pixels than the limit before it reads on.
    static Layout read(SourceStream in, ImageLimits limits) throws IOException, Refused {
        var directory = TiffDirectory.first(in);
        var width = side(directory.number(WIDTH, 0));
        var height = side(directory.number(HEIGHT, 0));
        limits.checkSize(width, height);
        var pixels = TiffPixels.read(directory);
        var compression = compression(directory);
        var blocks = TiffBlocks.read(directory, pixels, width, height, in.length());
        var orientation = directory.number(ORIENTATION, 1);
        return Layout.still(
                "image/tiff",
                width,
                height,
                orientation < 1 || orientation > 8 ? 1 : (int) orientation,
                pixels.alpha(),
                false,
                decodeBytes(directory, pixels, (long) width * height)
                        + (long) BLOCK * blocks.count()
                        + (compression == JPEG ? 1 : 0) * blocks.pixels() * pixels.samples());
    }

    /// What has to be looked up in the pixels themselves: each part may be a JPEG of its own.
    public static void check(SourceStream in) throws IOException, Refused {
        var directory = TiffDirectory.first(in);
        if (compression(directory) == JPEG) {
            var width = side(directory.number(WIDTH, 0));
            var height = side(directory.number(HEIGHT, 0));
            var pixels = TiffPixels.read(directory);
            TiffBlocks.read(directory, pixels, width, height, in.length()).checkJpegs(in);
        }
    }

    private static long decodeBytes(TiffDirectory directory, TiffPixels pixels, long count) {
        var profile = Math.min(directory.count(ICC_PROFILE), MAX_PROFILE);
        var sampleBytes = pixels.bits() > 8 ? 2 : 1;
        return count * pixels.samples() * sampleBytes
                + (pixels.plain() && profile == 0 ? 0 : count * CONVERTED)
                + PROFILE * profile;
    }

    private static long compression(TiffDirectory directory) throws IOException, Refused {
        var compression = directory.number(COMPRESSION, 1);
        if (!COMPRESSIONS.contains(compression)) {
            throw Refused.unsupported(
                    "TIFF pictures of the compression " + compression + " are not read here.");
        }
        return compression;
    }

    private static int side(long value) throws Refused {
        if (value < 1 || value > Integer.MAX_VALUE) {
            throw Refused.corrupt("The header's size is impossible.");
        }
        return (int) value;
    }
}
