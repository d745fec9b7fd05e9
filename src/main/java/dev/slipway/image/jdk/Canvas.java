package dev.slipway.image.jdk;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// The end of the rows: a picture as it will be written, held whole and turned the right way
/// up.
final class Canvas implements RowSink {

    private final ToPixels toPixels;
    private final Turned turned;
    private final MemorySegment bytes;
    private int row;

    Canvas(ToPixels toPixels, Turned turned, PixelRoom room) {
        this.toPixels = toPixels;
        this.turned = turned;
        this.bytes = room.of((long) turned.width() * turned.height() * toPixels.bands());
    }

    int width() {
        return turned.width();
    }

    int height() {
        return turned.height();
    }

    /// Bytes of a pixel: 3 for RGB, 4 for RGBA.
    int bands() {
        return toPixels.bands();
    }

    /// Copies a line, counted from the top.
    void copyLine(int y, byte[] line) {
        var size = width() * bands();
        MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, (long) y * size, line, 0, size);
    }

    @Override
    public void row(float[] samples) {
        var line = toPixels.of(samples);
        var first = turned.start() + row * turned.alongColumn();
        row++;
        if (turned.alongRow() == 1) {
            MemorySegment.copy(line, 0, bytes, ValueLayout.JAVA_BYTE, first * bands(), line.length);
        } else {
            scatter(line, first * bands(), turned.alongRow() * bands());
        }
    }

    private void scatter(byte[] line, long first, long step) {
        var bands = bands();
        for (int x = 0; x < line.length / bands; x++) {
            var at = first + x * step;
            for (var band = 0; band < bands; band++) {
                bytes.set(ValueLayout.JAVA_BYTE, at + band, line[x * bands + band]);
            }
        }
    }
}
