package dev.slipway.image.sanitise;

import dev.slipway.image.ExifBlock;
import dev.slipway.image.Refused;
import dev.slipway.image.SourceStream;
import dev.slipway.image.WalkJpeg;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The segments of a JPEG (ITU-T T.81, annex B). Of those that are there for applications only
/// JFIF, Adobe's colour transform and the colour profile stay, of the first two just what they
/// are for, and the picture ends where its data does: what cameras append has metadata of its own.
final class JpegSegments {

    private static final int MARKER = 0xff00;
    private static final int SOI = 0xd8;
    private static final int APP0 = 0xe0;
    private static final int APP14 = 0xee;
    private static final int MARKER_BYTES = 2;
    private static final int SIZE_BYTES = 2;

    /// JFIF 1.02, page 5: the last two bytes are the sides of a thumbnail that follows.
    private static final int JFIF = 14;

    private static final int JFIF_WITHOUT_SIDES = 12;

    /// Adobe Technical Note 5116, 18: it ends with the transform.
    private static final int ADOBE = 12;

    private final SourceStream in;
    private final CleanFile out;
    private final WalkJpeg walk;

    private JpegSegments(SourceStream in, CleanFile out) {
        this.in = in;
        this.out = out;
        this.walk = new WalkJpeg(in);
    }

    static void copy(SourceStream in, CleanFile out, int orientation) throws IOException, Refused {
        new JpegSegments(in, out).copy(orientation);
    }

    /// JFIF has to be the first segment, and Exif too: it follows at once.
    private void copy(int orientation) throws IOException, Refused {
        out.writeShort(MARKER | SOI);
        var exif = orientation > 1 ? ExifBlock.ofOrientation(orientation).segment() : new byte[0];
        for (var marker = walk.next(); marker != WalkJpeg.EOI; ) {
            if (exif.length > 0 && marker != APP0) {
                write(WalkJpeg.APP1, exif);
                exif = new byte[0];
            }
            var from = in.getStreamPosition();
            segment(marker, from, walk.size());
            marker = marker == WalkJpeg.SOS ? scan(from + walk.size()) : walk.next();
        }
        out.writeShort(MARKER | WalkJpeg.EOI);
    }

    /// All that stands up to the next segment is the scan's data; the marker of that one.
    private int scan(long from) throws IOException, Refused {
        var marker = walk.next();
        var data = in.getStreamPosition();
        var end = data - MARKER_BYTES - (marker == WalkJpeg.EOI ? 0 : SIZE_BYTES);
        out.copy(in, from, end - from);
        in.seek(data);
        return marker;
    }

    private void segment(int marker, long from, int size) throws IOException {
        switch (marker) {
            case APP0 -> {
                if (startsWith("JFIF\0", from, size) && size >= JFIF) {
                    write(marker, Arrays.copyOf(read(from, JFIF_WITHOUT_SIDES), JFIF));
                }
            }
            case APP14 -> {
                if (startsWith("Adobe", from, size) && size >= ADOBE) {
                    write(marker, read(from, ADOBE));
                }
            }
            case WalkJpeg.APP2 -> {
                if (startsWith("ICC_PROFILE\0", from, size)) {
                    write(marker, read(from, size));
                }
            }
            default -> {
                if (marker < APP0) {
                    write(marker, read(from, size));
                }
            }
        }
    }

    private boolean startsWith(String name, long from, int size) throws IOException {
        var expected = name.getBytes(StandardCharsets.US_ASCII);
        return size >= expected.length && Arrays.equals(read(from, expected.length), expected);
    }

    private byte[] read(long from, int size) throws IOException {
        var bytes = new byte[size];
        in.seek(from);
        in.readFully(bytes);
        return bytes;
    }

    private void write(int marker, byte[] data) throws IOException {
        out.writeShort(MARKER | marker);
        out.writeShort(SIZE_BYTES + data.length);
        out.write(data);
    }
}
