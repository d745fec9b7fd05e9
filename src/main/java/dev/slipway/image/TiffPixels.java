package dev.slipway.image;

import java.io.IOException;

/// What the pixels of a TIFF are made of (TIFF 6.0, 3 to 8 and 16 to 22).
///
/// - `photometric`: what the colours are, one of the constants
/// - `colours`: samples of a pixel that are colours; how opaque it is may be one more
/// - `bits`: of each sample
/// - `alpha`: whether there is transparency
record TiffPixels(int photometric, int colours, int bits, boolean alpha) {

    private static final int WHITE_IS_ZERO = 0;
    private static final int BLACK_IS_ZERO = 1;
    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int CMYK = 5;
    private static final int YCBCR = 6;

    private static final int BITS = 258;
    private static final int PHOTOMETRIC = 262;
    private static final int SAMPLES = 277;
    private static final int INK_SET = 332;
    private static final int SAMPLE_FORMAT = 339;

    private static final int UNSIGNED = 1;

    static TiffPixels read(TiffDirectory directory) throws IOException, Refused {
        var samples = directory.number(SAMPLES, 1);
        var photometric = directory.number(PHOTOMETRIC, BLACK_IS_ZERO);
        var colours = colours(photometric);
        if (samples < colours) {
            throw Refused.corrupt("The picture has too few samples for its colours.");
        }
        if (samples > colours + 1) {
            throw Refused.unsupported(
                    "The picture has " + samples + " bands, which are not those of colours.");
        }
        if (directory.number(INK_SET, 1) != 1 && photometric == CMYK) {
            throw Refused.unsupported("TIFF pictures of other inks are not read here.");
        }
        var pixels =
                new TiffPixels(
                        (int) photometric,
                        colours,
                        bits(directory, (int) samples),
                        samples > colours);
        return pixels.checked();
    }

    int samples() {
        return colours + (alpha ? 1 : 0);
    }

    /// Whether a reader hands them on as they are wanted.
    boolean plain() {
        return bits == 8 && !alpha && (photometric == RGB || photometric == YCBCR);
    }

    private static int colours(long photometric) throws Refused {
        return switch ((int) Math.min(photometric, Integer.MAX_VALUE)) {
            case WHITE_IS_ZERO, BLACK_IS_ZERO, PALETTE -> 1;
            case RGB, YCBCR -> 3;
            case CMYK -> 4;
            default ->
                    throw Refused.unsupported(
                            "TIFF pictures of the colours " + photometric + " are not read here.");
        };
    }

    private static int bits(TiffDirectory directory, int samples) throws IOException, Refused {
        if (!directory.has(BITS)) {
            return 1;
        }
        // some say once what goes for all
        var said = directory.numbers(BITS, directory.count(BITS) == 1 ? 1 : samples);
        for (var bits : said) {
            if (bits != said[0]) {
                throw Refused.unsupported("TIFF samples of several depths are not read here.");
            }
        }
        var format = directory.number(SAMPLE_FORMAT, UNSIGNED);
        if (format != UNSIGNED || said[0] > 16) {
            throw Refused.unsupported(
                    "TIFF samples of "
                            + said[0]
                            + " bits in the format "
                            + format
                            + " are not read here.");
        }
        return (int) said[0];
    }

    private TiffPixels checked() throws Refused {
        var read =
                switch (bits) {
                    case 1, 2, 4 -> samples() == 1;
                    case 8 -> true;
                    case 16 -> photometric != PALETTE;
                    default -> false;
                };
        if (!read || (photometric == PALETTE && alpha)) {
            throw Refused.unsupported(
                    "TIFF pictures of "
                            + samples()
                            + " samples of "
                            + bits
                            + " bits are not read here.");
        }
        return this;
    }
}
