package dev.slipway.image.sanitise;

import dev.slipway.image.ExifBlock;
import dev.slipway.image.PngChunk;
import dev.slipway.image.Refused;
import dev.slipway.image.SourceStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// The chunks of a PNG (third edition, section 11), of an animated one too: those stay that the
/// picture cannot be shown without, or not as it is meant.
final class PngChunks {

    private static final int SIGNATURE = 8;
    private static final int TYPE = 4;

    /// Size, type and checksum.
    private static final int FRAME = 12;

    /// In the first letter of a type; without it no decoder may ignore the chunk.
    private static final int ANCILLARY = 0x20;

    private static final Set<String> KEPT =
            Set.of(
                    "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD",
                    "hIST", "pHYs", "sPLT", "acTL", "fcTL", "fdAT");

    private PngChunks() {}

    static void copy(SourceStream in, CleanFile out, int orientation) throws IOException, Refused {
        out.copy(in, 0, SIGNATURE);
        var pixels = false;
        for (var at = (long) SIGNATURE; ; ) {
            in.seek(at);
            var size = in.readInt();
            var type = type(in);
            if (type.equals("IEND")) {
                break;
            }
            if (size < 0) {
                throw Refused.corrupt("A chunk is longer than possible.");
            }
            if (isKept(type)) {
                out.copy(in, at, FRAME + (long) size);
            }
            if (type.equals("IHDR") && orientation > 1) {
                new PngChunk("eXIf", ExifBlock.ofOrientation(orientation).bytes()).writeTo(out);
            }
            pixels |= type.equals("IDAT");
            at += FRAME + (long) size;
        }
        if (!pixels) {
            throw Refused.corrupt("The file holds no picture.");
        }
        PngChunk.end().writeTo(out);
    }

    private static boolean isKept(String type) {
        return (type.charAt(0) & ANCILLARY) == 0 || KEPT.contains(type);
    }

    private static String type(SourceStream in) throws IOException {
        var type = new byte[TYPE];
        in.readFully(type);
        return new String(type, StandardCharsets.ISO_8859_1);
    }
}
