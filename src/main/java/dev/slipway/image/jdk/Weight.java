package dev.slipway.image.jdk;

import dev.slipway.image.Cascade;
import dev.slipway.image.ImageHeader;
import dev.slipway.image.Layout;
import dev.slipway.image.Refused;
import dev.slipway.image.SourceStream;
import java.io.IOException;

/// The bytes that rendering holds at its peak: the rows in the making of each filter, the
/// canvases that are on the heap, what the decoder and the encoder hold.
final class Weight {

    /// Buffers, and the tables of colour conversions.
    private static final long FIXED = 8 << 20;

    /// Rows that a Lanczos filter has in the making, with the one that it makes.
    private static final int LANCZOS_ROWS = 9;

    /// Rows for each pixel of a Gaussian's sigma.
    private static final int GAUSSIAN_ROWS = 7;

    /// What libjpeg holds of a picture that it writes in several scans or with Huffman tables
    /// of its own: coefficients of two bytes, the colours at half the resolution.
    private static final int ENCODER = 3;

    private static final int COEFFICIENT = 2;

    private Weight() {}

    static long of(ImageHeader header, Cascade cascade) {
        var channels = header.alpha() ? 4 : 3;
        // the longer side, as rows may be stored along either
        var row = (long) channels * Float.BYTES * Math.max(header.width(), header.height());
        var bytes = FIXED + header.decodeBytes() + 4 * row;
        var encoder = 0L;
        for (var step : cascade.steps()) {
            var made = (long) channels * Float.BYTES * Math.max(step.width(), step.height());
            bytes += LANCZOS_ROWS * (step.fromBase() ? row / 2 : row);
            bytes += GAUSSIAN_ROWS * (long) Math.ceil(step.plan().blur()) * made;
            bytes += Math.min(step.pixels() * channels, PixelRoom.ON_HEAP);
            encoder = Math.max(encoder, step.pixels() * ENCODER);
        }
        return bytes + encoder;
    }

    /// What the decoder holds of the picture: nothing that grows with it, unless the whole
    /// picture is known with its last byte only, or its reader knows no rows.
    static long decoding(Layout layout, SourceStream in) throws IOException, Refused {
        var pixels = (long) layout.width() * layout.height();
        return switch (layout.format()) {
            case "image/jpeg" -> {
                var components = JpegMarkers.read(in, false).components();
                yield layout.progressive() ? pixels * components * COEFFICIENT : 0;
            }
            case "image/png" -> layout.progressive() ? Math.min(pixels * 4, PixelRoom.ON_HEAP) : 0;
            default -> layout.decodeBytes();
        };
    }
}
