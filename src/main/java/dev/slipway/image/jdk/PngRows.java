package dev.slipway.image.jdk;

import dev.slipway.image.Copyright;
import dev.slipway.image.PngLayout;
import dev.slipway.image.Refused;
import dev.slipway.image.SourceStream;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A PNG, one row at a time; an interlaced one, whose rows are complete with the last of its
/// seven passes only, out of a room that holds it whole.
final class PngRows implements RowSource {

    private final SourceStream in;
    private final PngHead head;
    private final PngPixels pixels;
    private final PixelRoom room;

    private PngRows(SourceStream in, PngHead head, PixelRoom room) {
        this.in = in;
        this.head = head;
        this.pixels = new PngPixels(head);
        this.room = room;
    }

    /// `room`: for an interlaced picture.
    static PngRows of(SourceStream in, PixelRoom room) throws IOException, Refused {
        PngLayout.check(in);
        return new PngRows(in, PngHead.read(in), room);
    }

    @Override
    public int channels() {
        return pixels.channels();
    }

    /// What of grey has become RGB would have needed its profile before that.
    @Override
    public @Nullable ICC_Profile profile() {
        var profile = head.profile();
        var fits = profile != null && profile.getNumComponents() == Math.min(channels(), 3);
        return fits ? profile : null;
    }

    @Override
    public Copyright copyright() {
        return Copyright.NONE;
    }

    @Override
    public void decode(RowSink sink) throws IOException, Refused {
        try (var data = new PngData(in)) {
            if (head.interlaced()) {
                new Adam7(head, pixels, room).decode(data, sink);
            } else {
                decodeInOrder(new PngLines(data, head, head.width()), sink);
            }
        }
    }

    private void decodeInOrder(PngLines lines, RowSink sink) throws IOException, Refused {
        var samples = new float[head.width() * channels()];
        for (var y = 0; y < head.height(); y++) {
            pixels.read(lines.next(), head.width(), samples);
            sink.row(samples);
        }
    }
}
