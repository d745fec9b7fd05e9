package dev.slipway.image.sanitise;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A block of Exif data, of which only the orientation is of interest here (Exif 3.0, 4.6.4.1).
final class ExifBlock {

    /// What stands before it in a JPEG, and sometimes elsewhere.
    static final byte[] PREAMBLE = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

    private static final int TIFF_HEADER = 8;
    private static final int ENTRY = 12;
    private static final int ORIENTATION = 0x0112;
    private static final short SHORT = 3;

    private ExifBlock() {}

    static boolean hasPreamble(byte[] bytes) {
        return bytes.length >= PREAMBLE.length
                && Arrays.equals(bytes, 0, PREAMBLE.length, PREAMBLE, 0, PREAMBLE.length);
    }

    /// 1 where it says nothing, or nothing that can be.
    static int orientation(byte[] bytes) {
        var start = hasPreamble(bytes) ? PREAMBLE.length : 0;
        var tiff = ByteBuffer.wrap(bytes, start, bytes.length - start).slice();
        try {
            tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            var directory = tiff.getInt(TIFF_HEADER - Integer.BYTES);
            var entries = tiff.getShort(directory) & 0xffff;
            for (var at = directory + Short.BYTES; entries > 0; entries--, at += ENTRY) {
                if ((tiff.getShort(at) & 0xffff) == ORIENTATION) {
                    var value = tiff.getShort(at + TIFF_HEADER);
                    return value >= 1 && value <= 8 ? value : 1;
                }
            }
            return 1;
        } catch (IndexOutOfBoundsException broken) {
            return 1;
        }
    }

    /// A block that says the orientation and nothing else, without the preamble.
    static byte[] of(int orientation) {
        return ByteBuffer.allocate(TIFF_HEADER + Short.BYTES + ENTRY + Integer.BYTES)
                .put("MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(TIFF_HEADER)
                .putShort((short) 1)
                .putShort((short) ORIENTATION)
                .putShort(SHORT)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }
}
