package dev.slipway.image;

/// The colour that most of a picture has: the mean of the fullest of 512 boxes of similar
/// colours, a pixel counting as much as it is opaque. Of a transparent picture it is white.
final class DominantColour {

    private static final int BITS = 3;
    private static final int BOXES = 1 << (3 * BITS);

    private DominantColour() {}

    static String of(int[] argb) {
        var weights = new long[BOXES];
        for (var pixel : argb) {
            weights[box(pixel)] += pixel >>> 24;
        }
        var fullest = 0;
        for (var box = 1; box < BOXES; box++) {
            fullest = weights[box] > weights[fullest] ? box : fullest;
        }
        return weights[fullest] == 0 ? "#ffffff" : mean(argb, fullest, weights[fullest]);
    }

    private static String mean(int[] argb, int box, long weight) {
        long red = 0;
        long green = 0;
        long blue = 0;
        for (var pixel : argb) {
            if (box(pixel) == box) {
                var alpha = (long) (pixel >>> 24);
                red += alpha * (pixel >> 16 & 0xff);
                green += alpha * (pixel >> 8 & 0xff);
                blue += alpha * (pixel & 0xff);
            }
        }
        var half = weight / 2;
        return "#%02x%02x%02x"
                .formatted((red + half) / weight, (green + half) / weight, (blue + half) / weight);
    }

    private static int box(int pixel) {
        var drop = 8 - BITS;
        return ((pixel >> 16 & 0xff) >> drop << (2 * BITS))
                | ((pixel >> 8 & 0xff) >> drop << BITS)
                | ((pixel & 0xff) >> drop);
    }
}
