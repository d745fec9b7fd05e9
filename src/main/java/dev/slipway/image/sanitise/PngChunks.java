package dev.slipway.image.sanitise;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/// The chunks of a PNG (third edition, section 11), of an animated one too: those stay that the
/// picture cannot be shown without, or not as it is meant.
final class PngChunks {

    static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";

    private static final String EXIF = "eXIf";
    private static final int LARGEST_EXIF = 1 << 16;
    private static final Set<String> KEPT =
            Set.of(
                    "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD",
                    "hIST", "pHYs", "sPLT", "acTL", "fcTL", "fdAT");

    private PngChunks() {}

    static int orientation(DataInputStream in) throws IOException {
        in.skipNBytes(SIGNATURE.length());
        String type;
        do {
            var size = size(in);
            type = type(in);
            if (type.equals(EXIF) && size <= LARGEST_EXIF) {
                return ExifBlock.orientation(in.readNBytes((int) size));
            }
            in.skipNBytes(size + Integer.BYTES);
        } while (!type.equals("IEND"));
        return 1;
    }

    static void copy(DataInputStream in, DataOutputStream out, int orientation) throws IOException {
        in.skipNBytes(SIGNATURE.length());
        out.writeBytes(SIGNATURE);
        String type;
        do {
            var size = size(in);
            type = type(in);
            if (isKept(type)) {
                out.writeInt((int) size);
                out.writeBytes(type);
                copy(in, size + Integer.BYTES, out);
            } else {
                in.skipNBytes(size + Integer.BYTES);
            }
            if (type.equals("IHDR") && orientation > 1) {
                writeExif(out, orientation);
            }
        } while (!type.equals("IEND"));
    }

    /// The others that begin with a capital are critical: no decoder may ignore them.
    private static boolean isKept(String type) {
        return Character.isUpperCase(type.charAt(0)) || KEPT.contains(type);
    }

    private static void writeExif(DataOutputStream out, int orientation) throws IOException {
        var block = ExifBlock.of(orientation);
        var chunk =
                ByteBuffer.allocate(Integer.BYTES + block.length)
                        .put(EXIF.getBytes(StandardCharsets.ISO_8859_1))
                        .put(block)
                        .array();
        var sum = new CRC32();
        sum.update(chunk);
        out.writeInt(block.length);
        out.write(chunk);
        out.writeInt((int) sum.getValue());
    }

    static void copy(DataInputStream in, long size, OutputStream out) throws IOException {
        var buffer = new byte[1 << 13];
        for (var left = size; left > 0; ) {
            var read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                throw new EOFException();
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    private static long size(DataInputStream in) throws IOException {
        var size = in.readInt();
        if (size < 0) {
            throw new NotAPicture("a chunk is longer than possible");
        }
        return size;
    }

    private static String type(DataInputStream in) throws IOException {
        return new String(
                ByteBuffer.allocate(Integer.BYTES).putInt(in.readInt()).array(),
                StandardCharsets.ISO_8859_1);
    }
}
