package dev.slipway.image.libvips;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import dev.slipway.image.ImageLimits;
import dev.slipway.image.Refused;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;

/// Goes through the markers of a JPEG (ITU T.81, B.1) up to its end. libjpeg, told to fail where
/// a file is cut off, fails on much that is harmless too; and it takes any number of scans, each
/// of which is the work of a whole picture.
final class WalkJpeg {

    private static final long LOWEST_BITS = 0x0101010101010101L;
    private static final long HIGHEST_BITS = LOWEST_BITS << 7;

    private static final int SOS = 0xda;
    private static final int EOI = 0xd9;
    private static final int RST0 = 0xd0;
    private static final int RST7 = 0xd7;

    private final MemorySegment file;
    private long at = 2;
    private int scans;

    private WalkJpeg(MemorySegment file) {
        this.file = file;
    }

    /// Refuses a file that is cut off, or has too many scans.
    static void toTheEnd(Path file) throws IOException, Refused {
        try (var channel = FileChannel.open(file);
                var arena = Arena.ofConfined()) {
            new WalkJpeg(channel.map(MapMode.READ_ONLY, 0, channel.size(), arena)).run();
        }
    }

    private void run() throws Refused {
        while (true) {
            var marker = nextMarker();
            if (marker == EOI) {
                return;
            }
            if (marker == SOS && ++scans > ImageLimits.MAX_SCANS) {
                throw Refused.corrupt(
                        "The picture has more than " + ImageLimits.MAX_SCANS + " scans.");
            }
            at += length();
        }
    }

    /// Where a segment ends, the next marker stands; where a scan's data stand, they are skipped.
    private int nextMarker() throws Refused {
        while (true) {
            skipToFF();
            var marker = unsignedByte(++at);
            if (marker != 0 && marker != 0xff && !(marker >= RST0 && marker <= RST7)) {
                at++;
                return marker;
            }
        }
    }

    /// Eight bytes at a time, as a scan's data are megabytes: in a word without its like, no
    /// byte's complement is zero.
    private void skipToFF() throws Refused {
        while (at + Long.BYTES <= file.byteSize()) {
            var others = ~file.get(JAVA_LONG_UNALIGNED, at);
            if ((others - LOWEST_BITS & ~others & HIGHEST_BITS) != 0) {
                break;
            }
            at += Long.BYTES;
        }
        while (unsignedByte(at) != 0xff) {
            at++;
        }
    }

    private int length() throws Refused {
        return unsignedByte(at) << 8 | unsignedByte(at + 1);
    }

    private int unsignedByte(long offset) throws Refused {
        if (offset >= file.byteSize()) {
            throw Refused.corrupt("The file is cut off.");
        }
        return file.get(JAVA_BYTE, offset) & 0xff;
    }
}
