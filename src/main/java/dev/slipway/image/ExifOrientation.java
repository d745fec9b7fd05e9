package dev.slipway.image;

import com.drew.metadata.exif.ExifIFD0Directory;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;

/// The orientation out of a block of Exif data, and nothing else.
final class ExifOrientation {

    private static final int MAX_BYTES = 1 << 16;
    private static final byte[] PREAMBLE = {'E', 'x', 'i', 'f', 0, 0};
    private static final int TAG = ExifIFD0Directory.TAG_ORIENTATION;

    private ExifOrientation() {}

    /// The orientation, 1 to 8, in the `size` bytes at the stream's position, with or without
    /// the preamble `Exif\0\0`; 1 if there is none.
    static int read(SourceStream in, long size) throws IOException {
        var bytes = new byte[(int) Math.min(size, MAX_BYTES)];
        in.readFully(bytes);
        var from = startsWithPreamble(bytes) ? PREAMBLE.length : 0;
        return ExifTags.find(bytes, from, Set.of(TAG), Long.BYTES)
                .map(directory -> directory.getInteger(TAG))
                .filter(value -> value >= 1 && value <= 8)
                .orElse(1);
    }

    /// Whether the bytes at the stream's position are Exif and not, say, XMP.
    static boolean follows(SourceStream in, long size) throws IOException {
        if (size <= PREAMBLE.length) {
            return false;
        }
        var bytes = new byte[PREAMBLE.length];
        in.mark();
        in.readFully(bytes);
        in.reset();
        return startsWithPreamble(bytes);
    }

    private static boolean startsWithPreamble(byte[] bytes) {
        return bytes.length >= PREAMBLE.length
                && Arrays.equals(bytes, 0, PREAMBLE.length, PREAMBLE, 0, PREAMBLE.length);
    }
}
