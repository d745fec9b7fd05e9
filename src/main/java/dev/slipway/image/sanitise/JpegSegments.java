package dev.slipway.image.sanitise;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// The segments of a JPEG (ITU-T T.81, annex B). Of those that are there for applications only
/// JFIF, Adobe's colour transform and the colour profile stay, and the picture ends where its data
/// does: what cameras append has metadata of its own.
final class JpegSegments {

    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP14 = 0xee;
    private static final int APP15 = 0xef;
    private static final int COM = 0xfe;

    private JpegSegments() {}

    static int orientation(DataInputStream in) throws IOException {
        in.skipNBytes(Short.BYTES);
        for (var marker = marker(in); marker != SOS && marker != EOI; marker = marker(in)) {
            var data = data(in, marker);
            if (marker == APP1 && ExifBlock.hasPreamble(data)) {
                return ExifBlock.orientation(data);
            }
        }
        return 1;
    }

    /// JFIF has to be the first segment, and Exif too: it follows at once.
    static void copy(DataInputStream in, DataOutputStream out, int orientation) throws IOException {
        in.skipNBytes(Short.BYTES);
        out.writeShort(0xff00 | SOI);
        var pending = orientation > 1;
        var marker = marker(in);
        while (marker != EOI) {
            if (pending && marker != APP0) {
                writeExif(out, orientation);
                pending = false;
            }
            var data = data(in, marker);
            if (isKept(marker, data)) {
                write(out, marker, data);
            }
            marker = marker == SOS ? afterScan(in, out) : marker(in);
        }
        out.writeShort(0xff00 | EOI);
    }

    private static boolean isKept(int marker, byte[] data) {
        return switch (marker) {
            case APP0 -> startsWith(data, "JFIF\0");
            case APP2 -> startsWith(data, "ICC_PROFILE\0");
            case APP14 -> startsWith(data, "Adobe");
            default -> marker != COM && (marker < APP0 || marker > APP15);
        };
    }

    private static boolean startsWith(byte[] data, String name) {
        return data.length >= name.length()
                && new String(data, 0, name.length(), StandardCharsets.ISO_8859_1).equals(name);
    }

    private static void writeExif(DataOutputStream out, int orientation) throws IOException {
        var block = ExifBlock.of(orientation);
        out.writeShort(0xff00 | APP1);
        out.writeShort(Short.BYTES + ExifBlock.PREAMBLE.length + block.length);
        out.write(ExifBlock.PREAMBLE);
        out.write(block);
    }

    private static void write(DataOutputStream out, int marker, byte[] data) throws IOException {
        out.writeShort(0xff00 | marker);
        if (!standsAlone(marker)) {
            out.writeShort(Short.BYTES + data.length);
            out.write(data);
        }
    }

    private static byte[] data(DataInputStream in, int marker) throws IOException {
        if (standsAlone(marker)) {
            return new byte[0];
        }
        var size = in.readUnsignedShort() - Short.BYTES;
        if (size < 0) {
            throw new NotAPicture("a segment is shorter than possible");
        }
        var data = in.readNBytes(size);
        if (data.length < size) {
            throw new EOFException();
        }
        return data;
    }

    private static int marker(DataInputStream in) throws IOException {
        if (in.readUnsignedByte() != 0xff) {
            throw new NotAPicture("no segment follows");
        }
        var marker = in.readUnsignedByte();
        while (marker == 0xff) {
            marker = in.readUnsignedByte();
        }
        return marker;
    }

    /// Copies a scan's data; the marker that ends it. A picture that is cut off ends there.
    private static int afterScan(DataInputStream in, DataOutputStream out) throws IOException {
        for (var b = in.read(); b >= 0; b = in.read()) {
            if (b != 0xff) {
                out.write(b);
                continue;
            }
            var next = in.read();
            while (next == 0xff) {
                next = in.read();
            }
            if (next != 0 && !isRestart(next)) {
                return next < 0 ? EOI : next;
            }
            out.writeShort(0xff00 | next);
        }
        return EOI;
    }

    private static boolean isRestart(int marker) {
        return marker >= 0xd0 && marker <= 0xd7;
    }

    private static boolean standsAlone(int marker) {
        return marker == 0x01 || (marker >= 0xd0 && marker <= EOI);
    }
}
