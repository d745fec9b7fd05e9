package dev.slipway.image;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;

/// Where the pixels of a TIFF stand in the file: in strips as wide as the picture (TIFF 6.0, 3)
/// or in tiles (15). Every block lies within the file, and they share no bytes: a small file
/// would be the work of a large one.
final class TiffBlocks {

    /// A hundred megapixels in tiles of 16 by 16 are fewer.
    static final int MOST = 1 << 19;

    private static final int STRIP_OFFSETS = 273;
    private static final int ROWS_PER_STRIP = 278;
    private static final int STRIP_SIZES = 279;
    private static final int PLANAR = 284;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_HEIGHT = 323;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_SIZES = 325;

    static final List<Integer> FIELDS =
            List.of(STRIP_OFFSETS, STRIP_SIZES, TILE_OFFSETS, TILE_SIZES);

    /// Tiles are padded: of a picture smaller than one tile there may be so many pixels more.
    private static final int PADDING = 1 << 20;

    private final int width;
    private final int height;
    private final long[] offsets;

    private TiffBlocks(int width, int height, long[] offsets) {
        this.width = width;
        this.height = height;
        this.offsets = offsets;
    }

    static TiffBlocks read(
            TiffDirectory directory, TiffPixels pixels, int width, int height, long fileLength)
            throws IOException, Refused {
        var tiled = directory.has(TILE_OFFSETS);
        var blockWidth = tiled ? side(directory.number(TILE_WIDTH, 0)) : width;
        var blockHeight =
                tiled
                        ? side(directory.number(TILE_HEIGHT, 0))
                        : side(Math.min(directory.number(ROWS_PER_STRIP, height), height));
        if (tiled && (long) blockWidth * blockHeight > 4L * width * height + PADDING) {
            throw Refused.corrupt("The picture's tiles are larger than the picture.");
        }
        var planes = directory.number(PLANAR, 1) == 2 ? pixels.samples() : 1;
        var count = parts(width, blockWidth) * parts(height, blockHeight) * planes;
        if (count > MOST) {
            throw Refused.unsupported("TIFF pictures in " + count + " parts are not read here.");
        }
        var offsets = tiled ? TILE_OFFSETS : STRIP_OFFSETS;
        var sizes = tiled ? TILE_SIZES : STRIP_SIZES;
        if (count > Math.min(directory.count(offsets), directory.count(sizes))) {
            throw Refused.corrupt("The directory names too few of the picture's parts.");
        }
        var found = directory.numbers(offsets, (int) count);
        check(found, directory.numbers(sizes, (int) count), fileLength);
        return new TiffBlocks(blockWidth, blockHeight, found);
    }

    int count() {
        return offsets.length;
    }

    /// Of a block.
    long pixels() {
        return (long) width * height;
    }

    /// Refuses parts that are JPEGs of another size than the header says, or of several scans,
    /// for which a reader would hold more than was promised.
    void checkJpegs(SourceStream in) throws IOException, Refused {
        in.setByteOrder(ByteOrder.BIG_ENDIAN);
        for (var offset : offsets) {
            var jpeg = JpegLayout.read(in, offset, ImageLimits.NONE);
            if (jpeg.width() > width || jpeg.height() > height) {
                throw Refused.corrupt("A part of the picture is larger than the file says.");
            }
            if (jpeg.progressive()) {
                throw Refused.unsupported("TIFF pictures of progressive JPEG are not read here.");
            }
        }
    }

    private static void check(long[] offsets, long[] sizes, long fileLength) throws Refused {
        long all = 0;
        for (var i = 0; i < offsets.length; i++) {
            all += sizes[i];
            if (sizes[i] == 0 || offsets[i] + sizes[i] > fileLength) {
                throw Refused.corrupt("The file ends within the picture.");
            }
        }
        if (all > fileLength) {
            throw Refused.corrupt("Parts of the picture share their bytes.");
        }
    }

    private static long parts(int whole, int part) {
        return ((long) whole + part - 1) / part;
    }

    private static int side(long value) throws Refused {
        if (value < 1 || value > 1 << 20) {
            throw Refused.corrupt("The size of the picture's parts is impossible.");
        }
        return (int) value;
    }
}
