package dev.slipway.image.jdk;

import java.util.List;

/// Filters rows as they come, first down the columns and then along the row, and hands on each
/// new row as soon as the last row that it needs is there.
///
/// It holds only the new rows in the making, about six, however much it scales down: a row that
/// comes is added, weighted, to each of them. In this order most of the work is adding whole
/// rows, which the compiler turns into vector instructions.
final class SeparableFilter implements RowSink {

    private final Taps vertical;
    private final AlongRow alongRow;
    private final int left;
    private final int right;
    private final float[][] making;
    private final float[] made;
    private final List<RowSink> next;
    private int row;
    private int begun;
    private int finished;

    SeparableFilter(Taps vertical, Taps horizontal, int channels, List<RowSink> next) {
        this.vertical = vertical;
        this.alongRow = new AlongRow(horizontal, channels);
        this.left = horizontal.first(0) * channels;
        this.right = (horizontal.last(horizontal.size() - 1) + 1) * channels;
        this.making = new float[vertical.overlap()][right];
        this.made = new float[horizontal.size() * channels];
        this.next = List.copyOf(next);
    }

    @Override
    public void row(float[] samples) {
        for (var i = finished; i < begun; i++) {
            add(weight(i), samples, making[i % making.length]);
        }
        for (; begun < vertical.size() && vertical.first(begun) <= row; begun++) {
            begin(weight(begun), samples, making[begun % making.length]);
        }
        for (; finished < begun && vertical.last(finished) <= row; finished++) {
            alongRow.filter(making[finished % making.length], made);
            for (var sink : next) {
                sink.row(made);
            }
        }
        row++;
    }

    private float weight(int i) {
        return vertical.weights(i)[row - vertical.first(i)];
    }

    private void begin(float weight, float[] samples, float[] sums) {
        for (var i = left; i < right; i++) {
            sums[i] = weight * samples[i];
        }
    }

    /// With one index for both arrays: only so does the compiler see that no sum is a sample of
    /// a later round, and adds sixteen at a time.
    private void add(float weight, float[] samples, float[] sums) {
        for (var i = left; i < right; i++) {
            sums[i] += weight * samples[i];
        }
    }
}
