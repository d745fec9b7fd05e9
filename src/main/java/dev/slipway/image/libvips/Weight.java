package dev.slipway.image.libvips;

import dev.slipway.image.Capabilities;
import dev.slipway.image.Cascade;
import dev.slipway.image.ImageHeader;
import dev.slipway.image.OutputFormat;

/// How much memory libvips takes, from above: almost all of it outside of Java's heap.
final class Weight {

    /// Caches, threads, and what the codecs set up.
    private static final long FIXED = 24 << 20;

    /// What the stages of the work hold between them, in rows of four samples of 16 bits.
    private static final long ROWS = 512;

    private static final long ROW_BYTES = 8;

    /// Of a size: its pixels, the same before they were turned, and those that a progressive
    /// JPEG is written from.
    private static final long SIZE_BYTES = 12;

    /// What the encoder of AVIF takes beside that, measured.
    private static final long AVIF_BYTES = 50;

    private Weight() {}

    private static final Samples RGBA = new Samples(4, 1, false);

    /// Of a format whose header is read here.
    static long decoding(ImageHeader header) {
        return decoding(header, RGBA);
    }

    /// Rows where the format is decoded in rows; what is known with its last byte only, and what
    /// its library decodes in one piece, is held whole.
    static long decoding(ImageHeader header, Samples samples) {
        var bytesPerPixel =
                switch (Loader.of(header.format())) {
                    // coefficients of two bytes, of four colours at the most
                    case JPEG -> header.progressive() ? 8 : 0;
                    case PNG -> header.progressive() ? 8 : 0;
                    case GIF, WEBP -> 8;
                    case TIFF -> samples.bytesPerPixel();
                    case HEIC, AVIF -> 12 * samples.bytes();
                };
        var rowBytes = Math.max(ROW_BYTES, samples.bytesPerPixel());
        return header.pixels() * bytesPerPixel + header.width() * ROWS * rowBytes;
    }

    static long of(ImageHeader header, Cascade cascade, Capabilities capabilities) {
        long sizes = 0;
        long encoder = 0;
        for (var step : cascade.steps()) {
            var frames = capabilities.animates(header, step.plan()) ? header.frames() : 1;
            sizes += uncut(step, header) * frames * SIZE_BYTES;
            if (capabilities.formatOf(header, step.plan()) == OutputFormat.AVIF) {
                encoder = Math.max(encoder, step.pixels() * AVIF_BYTES);
            }
        }
        return FIXED + header.decodeBytes() + sizes + encoder;
    }

    /// The pixels of a size before what is too much of it is cut off.
    private static long uncut(Cascade.Step step, ImageHeader header) {
        var crop = step.crop(header.width(), header.height());
        var kept = (double) crop.width * crop.height / header.pixels();
        return Math.round(step.pixels() / kept);
    }
}
