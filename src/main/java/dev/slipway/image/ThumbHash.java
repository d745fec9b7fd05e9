package dev.slipway.image;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;

/// The format of https://evanw.github.io/thumbhash/: a picture as the lowest frequencies of its
/// lightness, its two colour differences and, where it has any, its transparency. A header of five
/// bytes (six with transparency) holds the means and scales, the rest is four bits for each
/// frequency.
final class ThumbHash {

    private static final int LIGHT_TERMS = 7;
    private static final int LIGHT_TERMS_WITH_ALPHA = 5;
    private static final int ALPHA_TERMS = 5;
    private static final int COLOUR_TERMS = 3;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int pendingNibble = -1;

    private ThumbHash() {}

    /// As base64, of unpremultiplied pixels row by row.
    static String of(int[] argb, int width, int height) {
        var hash = new ThumbHash();
        hash.write(new Planes(argb), width, height);
        return Base64.getEncoder().encodeToString(hash.bytes.toByteArray());
    }

    private void write(Planes planes, int width, int height) {
        var terms = planes.transparent ? LIGHT_TERMS_WITH_ALPHA : LIGHT_TERMS;
        var across = terms(terms, width, Math.max(width, height));
        var down = terms(terms, height, Math.max(width, height));
        var light =
                Cosines.of(planes.light, width, height, atLeastThree(across), atLeastThree(down));
        var yellowBlue = Cosines.of(planes.yellowBlue, width, height, COLOUR_TERMS, COLOUR_TERMS);
        var redGreen = Cosines.of(planes.redGreen, width, height, COLOUR_TERMS, COLOUR_TERMS);
        var landscape = width > height;

        number(
                3,
                levels(light.mean, 63)
                        | levels((1 + yellowBlue.mean) / 2, 63) << 6
                        | levels((1 + redGreen.mean) / 2, 63) << 12
                        | levels(light.scale, 31) << 18
                        | (planes.transparent ? 1 << 23 : 0));
        number(
                2,
                (landscape ? down : across)
                        | levels(yellowBlue.scale, 63) << 3
                        | levels(redGreen.scale, 63) << 9
                        | (landscape ? 1 << 15 : 0));
        if (planes.transparent) {
            var alpha = Cosines.of(planes.alpha, width, height, ALPHA_TERMS, ALPHA_TERMS);
            number(1, levels(alpha.mean, 15) | levels(alpha.scale, 15) << 4);
            nibbles(light, yellowBlue, redGreen, alpha);
        } else {
            nibbles(light, yellowBlue, redGreen);
        }
    }

    private static int terms(int most, int side, int longer) {
        return Math.max(1, (int) Math.round((double) most * side / longer));
    }

    private static int atLeastThree(int terms) {
        return Math.max(3, terms);
    }

    private static int levels(double value, int top) {
        return Math.clamp(Math.round(value * top), 0, top);
    }

    private void number(int size, int value) {
        for (var i = 0; i < size; i++) {
            bytes.write(value >> (8 * i));
        }
    }

    private void nibbles(Cosines... channels) {
        for (var channel : channels) {
            for (var term : channel.terms) {
                var scaled = channel.scale > 0 ? (1 + term / channel.scale) / 2 : 0;
                nibble(levels(scaled, 15));
            }
        }
        if (pendingNibble >= 0) {
            nibble(0);
        }
    }

    private void nibble(int value) {
        if (pendingNibble < 0) {
            pendingNibble = value;
        } else {
            bytes.write(pendingNibble | value << 4);
            pendingNibble = -1;
        }
    }

    /// The channels, 0 to 1, what is transparent being filled with the mean colour.
    private static final class Planes {

        final double[] light;
        final double[] yellowBlue;
        final double[] redGreen;
        final double[] alpha;
        final boolean transparent;

        Planes(int[] argb) {
            light = new double[argb.length];
            yellowBlue = new double[argb.length];
            redGreen = new double[argb.length];
            alpha = new double[argb.length];
            var mean = new double[3];
            var opacity = 0d;
            for (var i = 0; i < argb.length; i++) {
                alpha[i] = (argb[i] >>> 24) / 255d;
                opacity += alpha[i];
                for (var colour = 0; colour < 3; colour++) {
                    mean[colour] += alpha[i] * channel(argb[i], colour);
                }
            }
            transparent = opacity < argb.length;
            for (var i = 0; i < argb.length; i++) {
                var red = over(argb[i], 0, alpha[i], mean[0], opacity);
                var green = over(argb[i], 1, alpha[i], mean[1], opacity);
                var blue = over(argb[i], 2, alpha[i], mean[2], opacity);
                light[i] = (red + green + blue) / 3;
                yellowBlue[i] = (red + green) / 2 - blue;
                redGreen[i] = red - green;
            }
        }

        private static double over(int pixel, int colour, double alpha, double sum, double count) {
            var mean = count > 0 ? sum / count : 0;
            return mean * (1 - alpha) + alpha * channel(pixel, colour);
        }

        private static double channel(int pixel, int colour) {
            return (pixel >> (16 - 8 * colour) & 0xff) / 255d;
        }
    }

    /// A channel as its mean and the cosines below a diagonal, each at most `scale`.
    private static final class Cosines {

        final double mean;
        final double scale;
        final double[] terms;

        private Cosines(double mean, double scale, double[] terms) {
            this.mean = mean;
            this.scale = scale;
            this.terms = terms;
        }

        static Cosines of(double[] plane, int width, int height, int across, int down) {
            var terms = new double[across * down];
            var count = 0;
            var scale = 0d;
            for (var y = 0; y < down; y++) {
                for (var x = 0; x * down < across * (down - y); x++) {
                    terms[count] = term(plane, width, height, x, y);
                    scale = count > 0 ? Math.max(scale, Math.abs(terms[count])) : 0;
                    count++;
                }
            }
            var mean = terms[0];
            return new Cosines(mean, scale, Arrays.copyOfRange(terms, 1, count));
        }

        private static double term(double[] plane, int width, int height, int x, int y) {
            var across = new double[width];
            for (var column = 0; column < width; column++) {
                across[column] = Math.cos(Math.PI / width * x * (column + 0.5));
            }
            var sum = 0d;
            for (var row = 0; row < height; row++) {
                var down = Math.cos(Math.PI / height * y * (row + 0.5));
                for (var column = 0; column < width; column++) {
                    sum += plane[row * width + column] * across[column] * down;
                }
            }
            return sum / plane.length;
        }
    }
}
