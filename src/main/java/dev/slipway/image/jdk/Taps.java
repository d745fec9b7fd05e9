package dev.slipway.image.jdk;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/// A filter along one line: which samples of the line, and with what weights, make each sample
/// of the new one. New sample `i` is the sum of the samples from `first(i)` on, one for each of
/// `weights(i)`, which add up to 1.
///
/// From one new sample to the next, neither the first nor the last sample used steps back: that
/// is what lets rows be filtered as they come.
final class Taps {

    private static final int LOBES = 3;

    /// Beyond so many standard deviations a Gaussian weighs less than one level of 255.
    private static final double GAUSSIAN_REACH = 3;

    private final int[] first;
    private final float[][] weights;

    private Taps(int[] first, float[][] weights) {
        this.first = first;
        this.weights = weights;
    }

    /// Scales the `length` samples from `from` on to `size`, by Lanczos' window of three lobes.
    /// Scaling down stretches it by the factor, so that nothing aliases.
    static Taps lanczos(int from, int length, int size) {
        var scale = (double) length / size;
        var stretch = Math.max(1, scale);
        return length == size
                ? copying(from, size)
                : of(from, length, size, LOBES * stretch, x -> lanczos(x / stretch));
    }

    /// Blurs a line of `size` samples.
    static Taps gaussian(int size, double sigma) {
        var reach = GAUSSIAN_REACH * sigma;
        return of(0, size, size, reach, x -> Math.exp(-x * x / (2 * sigma * sigma)));
    }

    int size() {
        return first.length;
    }

    /// The first sample that new sample `i` is made of.
    int first(int i) {
        return first[i];
    }

    float[] weights(int i) {
        return weights[i];
    }

    /// The last sample that new sample `i` is made of.
    int last(int i) {
        return first[i] + weights[i].length - 1;
    }

    /// How many new samples are in the making at a time, when the samples come one by one.
    int overlap() {
        var most = 1;
        for (int i = 0, next = 0; i < size(); i++) {
            while (next < size() && first[next] <= last(i)) {
                next++;
            }
            most = Math.max(most, next - i);
        }
        return most;
    }

    private static Taps copying(int from, int size) {
        var first = new int[size];
        var weights = new float[size][];
        Arrays.setAll(first, i -> from + i);
        Arrays.setAll(weights, i -> new float[] {1});
        return new Taps(first, weights);
    }

    /// What lies outside of the `length` samples does not count; what is within the support
    /// counts the more for it.
    private static Taps of(
            int from, int length, int size, double support, DoubleUnaryOperator kernel) {
        var first = new int[size];
        var weights = new float[size][];
        for (var i = 0; i < size; i++) {
            var centre = (i + 0.5) * length / size;
            var begin = Math.clamp((long) (centre - support + 0.5), 0, length - 1);
            var end = Math.clamp((long) (centre + support + 0.5), begin + 1, length);
            first[i] = from + begin;
            weights[i] =
                    normalised(end - begin, k -> kernel.applyAsDouble(begin + k + 0.5 - centre));
        }
        return new Taps(first, weights);
    }

    private static float[] normalised(int count, DoubleUnaryOperator weight) {
        var values = new double[count];
        Arrays.setAll(values, weight::applyAsDouble);
        var sum = Arrays.stream(values).sum();
        var weights = new float[count];
        for (var k = 0; k < count; k++) {
            weights[k] = (float) (values[k] / sum);
        }
        return weights;
    }

    private static double lanczos(double x) {
        return Math.abs(x) < LOBES ? sinc(x) * sinc(x / LOBES) : 0;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }
}
