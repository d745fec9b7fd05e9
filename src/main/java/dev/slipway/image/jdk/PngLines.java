package dev.slipway.image.jdk;

import dev.slipway.image.Refused;
import java.io.IOException;

/// The lines of a PNG, or of one pass of it, as the filters were before them.
final class PngLines {

    private final PngData data;
    private final int distance;
    private final byte[] type = new byte[1];
    private byte[] line;
    private byte[] above;

    /// Lines of so many pixels.
    PngLines(PngData data, PngHead head, int pixels) {
        this.data = data;
        this.distance = Math.max(1, head.samples() * head.depth() / 8);
        this.line = new byte[head.lineBytes(pixels)];
        this.above = new byte[line.length];
    }

    /// The bytes of the next line, until the one after it is asked for.
    byte[] next() throws IOException, Refused {
        var free = above;
        above = line;
        line = free;
        data.readFully(type);
        data.readFully(line);
        if (!PngFilter.exists(type[0])) {
            throw Refused.corrupt("A line of the picture has no known filter.");
        }
        PngFilter.undo(type[0], line, above, distance);
        return line;
    }
}
