package dev.slipway.image.jdk;

import static dev.slipway.image.WalkJpeg.APP1;
import static dev.slipway.image.WalkJpeg.APP2;
import static dev.slipway.image.WalkJpeg.EOI;
import static dev.slipway.image.WalkJpeg.SOF0;
import static dev.slipway.image.WalkJpeg.SOF2;
import static dev.slipway.image.WalkJpeg.SOS;

import dev.slipway.image.Copyright;
import dev.slipway.image.Refused;
import dev.slipway.image.SourceStream;
import dev.slipway.image.WalkJpeg;
import dev.slipway.image.imageio.ColourProfile;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What decoding a JPEG needs to know beforehand (ITU-T T.81, annex B): how many components
/// there are, in how many scans they come, and the profile in its APP2 segments (ICC.1:2022,
/// B.4), if it is another than sRGB; and whose it is, by its Exif.
record JpegMarkers(int components, int scans, @Nullable ICC_Profile profile, Copyright copyright) {

    private static final byte[] ICC = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_PROFILE = 1 << 20;

    /// Up to the first scan, or through all of them when there are `manyScans`.
    static JpegMarkers read(SourceStream in, boolean manyScans) throws IOException, Refused {
        var walk = new WalkJpeg(in);
        var components = 0;
        var profile = new ByteArrayOutputStream();
        var copyright = Copyright.NONE;
        for (int marker; (marker = walk.next()) != EOI; ) {
            if (marker == SOS && !manyScans) {
                break;
            } else if (marker >= SOF0 && marker <= SOF2) {
                in.skipBytes(5);
                components = in.readUnsignedByte();
            } else if (marker == APP2 && walk.size() <= MAX_PROFILE - profile.size()) {
                appendProfile(in, walk.size(), profile);
            } else if (marker == APP1 && copyright.isEmpty()) {
                copyright = Copyright.read(in, walk.size());
            }
        }
        return new JpegMarkers(
                components,
                walk.scans(),
                ColourProfile.parse(profile.toByteArray(), components),
                copyright);
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
