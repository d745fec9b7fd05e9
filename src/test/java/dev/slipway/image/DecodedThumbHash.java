package dev.slipway.image;

/// Reads a ThumbHash as its description says (https://evanw.github.io/thumbhash/), to see what a
/// page would show.
final class DecodedThumbHash {

    private final byte[] hash;
    private final boolean alpha;
    private final boolean landscape;
    private final int terms;
    private int nibble;
    private final double[][] light;
    private final double[][] yellowBlue;
    private final double[][] redGreen;
    private final double[][] opacity;

    DecodedThumbHash(byte[] hash) {
        this.hash = hash;
        var head = number(0, 3);
        var second = number(3, 2);
        alpha = head >> 23 != 0;
        landscape = second >> 15 != 0;
        terms = second & 7;
        nibble = 2 * (alpha ? 6 : 5);
        var across = Math.max(3, landscape ? most() : terms);
        var down = Math.max(3, landscape ? terms : most());
        light = channel((head & 63) / 63d, (head >> 18 & 31) / 31d, across, down);
        yellowBlue = channel((head >> 6 & 63) / 31.5 - 1, (second >> 3 & 63) / 63d, 3, 3);
        redGreen = channel((head >> 12 & 63) / 31.5 - 1, (second >> 9 & 63) / 63d, 3, 3);
        opacity = alpha ? channel((hash[5] & 15) / 15d, (hash[5] >> 4 & 15) / 15d, 5, 5) : null;
    }

    double ratio() {
        return landscape ? (double) most() / terms : (double) terms / most();
    }

    /// Red, green, blue and alpha, 0 to 1, at a place given as fractions.
    double[] at(double x, double y) {
        var l = value(light, x, y);
        var p = value(yellowBlue, x, y);
        var q = value(redGreen, x, y);
        var blue = l - 2 * p / 3;
        var red = (3 * l - blue + q) / 2;
        return new double[] {red, red - q, blue, alpha ? value(opacity, x, y) : 1};
    }

    private int most() {
        return alpha ? 5 : 7;
    }

    private double[][] channel(double mean, double scale, int across, int down) {
        var channel = new double[down][across];
        for (var y = 0; y < down; y++) {
            for (var x = 0; x < across && x * down < across * (down - y); x++) {
                channel[y][x] = x + y == 0 ? mean : (next() / 7.5 - 1) * scale;
            }
        }
        return channel;
    }

    private int next() {
        var value = hash[nibble / 2] >> (nibble % 2 == 0 ? 0 : 4) & 15;
        nibble++;
        return value;
    }

    private static double value(double[][] channel, double x, double y) {
        var sum = 0d;
        for (var v = 0; v < channel.length; v++) {
            for (var u = 0; u < channel[v].length; u++) {
                var factor = (u > 0 ? 2 : 1) * (v > 0 ? 2 : 1);
                sum +=
                        channel[v][u]
                                * factor
                                * Math.cos(Math.PI * u * x)
                                * Math.cos(Math.PI * v * y);
            }
        }
        return sum;
    }

    private int number(int from, int size) {
        var value = 0;
        for (var i = 0; i < size; i++) {
            value |= (hash[from + i] & 0xff) << 8 * i;
        }
        return value;
    }
}
