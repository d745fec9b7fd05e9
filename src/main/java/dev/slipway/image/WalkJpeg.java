package dev.slipway.image;

import java.io.EOFException;
import java.io.IOException;

/// Goes through the markers of a JPEG (ITU-T T.81, B.1), of which a reader sees those that head
/// a segment, and the end. What stands between a segment and the next marker is passed over:
/// the data of a scan, or what no reader minds.
///
/// Refuses a file that is cut off, or that has too many scans, each of which may be the work of
/// a whole picture.
public final class WalkJpeg {

    public static final int SOF0 = 0xc0;
    public static final int SOF2 = 0xc2;
    public static final int EOI = 0xd9;
    public static final int SOS = 0xda;
    public static final int APP1 = 0xe1;
    public static final int APP2 = 0xe2;

    private static final int TEM = 0x01;
    private static final int RST0 = 0xd0;
    private static final int SOI = 0xd8;

    private final SourceStream in;
    private long next;
    private int size;
    private int scans;

    public WalkJpeg(SourceStream in) {
        this(in, 0);
    }

    /// Of one that begins within a file.
    WalkJpeg(SourceStream in, long start) {
        this.in = in;
        next = start + 2;
    }

    /// All of it, for what it refuses.
    public static void toTheEnd(SourceStream in) throws IOException, Refused {
        var walk = new WalkJpeg(in);
        while (walk.next() != EOI) {
            // the next one
        }
    }

    /// The next marker, with the stream at its segment's data.
    public int next() throws IOException, Refused {
        try {
            in.seek(next);
            var marker = marker();
            if (marker == EOI) {
                return EOI;
            }
            size = in.readUnsignedShort() - 2;
            if (size < 0) {
                throw Refused.corrupt("A segment is shorter than possible.");
            }
            if (marker == SOS && ++scans > ImageLimits.MAX_SCANS) {
                throw Refused.corrupt(
                        "The picture has more than " + ImageLimits.MAX_SCANS + " scans.");
            }
            next = in.getStreamPosition() + size;
            return marker;
        } catch (EOFException e) {
            throw Refused.corrupt("The file is cut off.");
        }
    }

    /// The bytes of the segment's data.
    public int size() {
        return size;
    }

    public int scans() {
        return scans;
    }

    /// Within a scan `FF 00` is a byte of its data.
    private int marker() throws IOException {
        while (true) {
            in.skipToFF();
            var marker = in.readUnsignedByte();
            while (marker == 0xff) {
                marker = in.readUnsignedByte();
            }
            if (marker > TEM && (marker < RST0 || marker > SOI)) {
                return marker;
            }
        }
    }
}
