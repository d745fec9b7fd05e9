package dev.slipway.image.jdk;

/// The horizontal half of a filter, for pixels of one, three or four samples. A loop for each,
/// as the compiler keeps the sums in registers only when it sees how many there are; two sets
/// of sums, as an addition would wait for the one before.
final class AlongRow {

    private final Taps taps;
    private final int channels;

    AlongRow(Taps taps, int channels) {
        this.taps = taps;
        this.channels = channels;
    }

    void filter(float[] from, float[] to) {
        switch (channels) {
            case 1 -> one(from, to);
            case 3 -> three(from, to);
            case 4 -> four(from, to);
            default -> throw new IllegalStateException("pixels of " + channels + " samples");
        }
    }

    private void one(float[] from, float[] to) {
        for (var x = 0; x < to.length; x++) {
            var weights = taps.weights(x);
            var at = taps.first(x);
            var sum = 0f;
            var odd = 0f;
            var k = 0;
            for (; k < weights.length - 1; k += 2) {
                sum += weights[k] * from[at + k];
                odd += weights[k + 1] * from[at + k + 1];
            }
            if (k < weights.length) {
                sum += weights[k] * from[at + k];
            }
            to[x] = sum + odd;
        }
    }

    private void three(float[] from, float[] to) {
        for (int x = 0, out = 0; out < to.length; x++, out += 3) {
            var weights = taps.weights(x);
            var at = taps.first(x) * 3;
            float red = 0, green = 0, blue = 0;
            float oddRed = 0, oddGreen = 0, oddBlue = 0;
            var k = 0;
            for (; k < weights.length - 1; k += 2, at += 6) {
                var weight = weights[k];
                red += weight * from[at];
                green += weight * from[at + 1];
                blue += weight * from[at + 2];
                var odd = weights[k + 1];
                oddRed += odd * from[at + 3];
                oddGreen += odd * from[at + 4];
                oddBlue += odd * from[at + 5];
            }
            if (k < weights.length) {
                red += weights[k] * from[at];
                green += weights[k] * from[at + 1];
                blue += weights[k] * from[at + 2];
            }
            to[out] = red + oddRed;
            to[out + 1] = green + oddGreen;
            to[out + 2] = blue + oddBlue;
        }
    }

    private void four(float[] from, float[] to) {
        for (int x = 0, out = 0; out < to.length; x++, out += 4) {
            var weights = taps.weights(x);
            var at = taps.first(x) * 4;
            float red = 0, green = 0, blue = 0, alpha = 0;
            for (var k = 0; k < weights.length; k++, at += 4) {
                var weight = weights[k];
                red += weight * from[at];
                green += weight * from[at + 1];
                blue += weight * from[at + 2];
                alpha += weight * from[at + 3];
            }
            to[out] = red;
            to[out + 1] = green;
            to[out + 2] = blue;
            to[out + 3] = alpha;
        }
    }
}
