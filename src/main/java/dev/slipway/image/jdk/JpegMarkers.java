package dev.slipway.image.jdk;

import dev.slipway.image.ImageLimits;
import dev.slipway.image.Refused;
import dev.slipway.image.SourceStream;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What decoding a JPEG needs to know beforehand (ITU-T T.81, annex B): how many components
/// there are, in how many scans they come, and the profile in its APP2 segments (ICC.1:2022,
/// B.4), if it is another than sRGB.
record JpegMarkers(int components, int scans, @Nullable ICC_Profile profile) {

    private static final int SOF0 = 0xc0;
    private static final int SOF2 = 0xc2;
    private static final int RST0 = 0xd0;
    private static final int RST7 = 0xd7;
    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int APP2 = 0xe2;
    private static final int TEM = 0x01;

    private static final byte[] ICC = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_PROFILE = 1 << 20;

    /// Up to the first scan, or through all of them when there are `manyScans`.
    static JpegMarkers read(SourceStream in, boolean manyScans) throws IOException, Refused {
        in.seek(2);
        var components = 0;
        var scans = 0;
        var profile = new ByteArrayOutputStream();
        for (int marker; (marker = nextMarker(in)) != EOI; ) {
            if (standsAlone(marker)) {
                continue;
            }
            var size = in.readUnsignedShort() - 2;
            var end = in.getStreamPosition() + size;
            if (marker == SOS) {
                scans++;
            } else if (marker >= SOF0 && marker <= SOF2) {
                in.skipBytes(5);
                components = in.readUnsignedByte();
            } else if (marker == APP2 && size <= MAX_PROFILE - profile.size()) {
                appendProfile(in, size, profile);
            }
            if (scans > ImageLimits.MAX_SCANS) {
                throw Refused.corrupt(
                        "The picture comes in more than " + ImageLimits.MAX_SCANS + " scans.");
            }
            if (scans > 0 && !manyScans) {
                break;
            }
            in.seek(end);
        }
        return new JpegMarkers(
                components, scans, ColourProfile.parse(profile.toByteArray(), components));
    }

    /// The next one, whatever stands before it: within a scan `FF 00` is a byte of data. The end
    /// of the file ends the picture; what is missing the decoder notices.
    private static int nextMarker(SourceStream in) throws IOException {
        var previous = in.read();
        for (var b = in.read(); b >= 0; b = in.read()) {
            if (previous == 0xff && b != 0 && b != 0xff) {
                return b;
            }
            previous = b;
        }
        return EOI;
    }

    private static boolean standsAlone(int marker) {
        return marker == TEM || marker == SOI || (marker >= RST0 && marker <= RST7);
    }

    /// Chunks are numbered; every encoder writes them in order.
    private static void appendProfile(SourceStream in, int size, ByteArrayOutputStream profile)
            throws IOException {
        var head = ICC.length + 2;
        if (size <= head) {
            return;
        }
        var bytes = new byte[size];
        try {
            in.readFully(bytes);
        } catch (EOFException e) {
            return;
        }
        if (Arrays.equals(bytes, 0, ICC.length, ICC, 0, ICC.length)) {
            profile.write(bytes, head, size - head);
        }
    }
}
