package dev.slipway.image.jdk;

import dev.slipway.image.Refused;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// The seven passes of an interlaced PNG (W3C PNG, third edition, 8.1), gathered in a room that
/// holds the whole picture.
final class Adam7 {

    private static final int[] FIRST_COLUMN = {0, 4, 0, 2, 0, 1, 0};
    private static final int[] FIRST_ROW = {0, 0, 4, 0, 2, 0, 1};
    private static final int[] COLUMNS = {8, 8, 4, 4, 2, 2, 1};
    private static final int[] ROWS = {8, 8, 8, 4, 4, 2, 2};

    private final PngHead head;
    private final PngPixels pixels;
    private final MemorySegment picture;
    private final float[] samples;

    Adam7(PngHead head, PngPixels pixels, PixelRoom room) {
        this.head = head;
        this.pixels = pixels;
        this.samples = new float[head.width() * pixels.channels()];
        this.picture = room.of((long) samples.length * head.height());
    }

    void decode(PngData data, RowSink sink) throws IOException, Refused {
        for (var pass = 0; pass < ROWS.length; pass++) {
            gather(pass, data);
        }
        for (var y = 0; y < head.height(); y++) {
            for (var i = 0; i < samples.length; i++) {
                var at = (long) y * samples.length + i;
                samples[i] = picture.get(ValueLayout.JAVA_BYTE, at) & 0xff;
            }
            sink.row(samples);
        }
    }

    private void gather(int pass, PngData data) throws IOException, Refused {
        var columns = Math.ceilDiv(Math.max(0, head.width() - FIRST_COLUMN[pass]), COLUMNS[pass]);
        if (columns == 0) {
            return;
        }
        var lines = new PngLines(data, head, columns);
        for (var y = FIRST_ROW[pass]; y < head.height(); y += ROWS[pass]) {
            pixels.read(lines.next(), columns, samples);
            for (var i = 0; i < columns; i++) {
                put(i, FIRST_COLUMN[pass] + i * COLUMNS[pass], y);
            }
        }
    }

    private void put(int from, int x, int y) {
        var channels = pixels.channels();
        var to = ((long) y * head.width() + x) * channels;
        for (var channel = 0; channel < channels; channel++) {
            var level = (byte) (int) (samples[from * channels + channel] + 0.5f);
            picture.set(ValueLayout.JAVA_BYTE, to + channel, level);
        }
    }
}
