package dev.slipway.image;

import com.drew.metadata.exif.ExifIFD0Directory;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// A block of Exif to be written: one directory of the tags that are put in, which have to come
/// in the order of their numbers (Exif 3.0, 4.6.2; TIFF 6.0, 2).
public final class ExifBlock {

    private static final String PREAMBLE = "Exif\0\0";
    private static final String BIG_ENDIAN = "MM\0*";
    private static final int HEADER = 8;
    private static final int ENTRY = 12;
    private static final short ASCII = 2;
    private static final short SHORT = 3;

    private final int tags;
    private final ByteArrayOutputStream entries = new ByteArrayOutputStream();
    private final ByteArrayOutputStream values = new ByteArrayOutputStream();

    /// Of so many tags.
    ExifBlock(int tags) {
        this.tags = tags;
    }

    /// That says the orientation, 1 to 8, and nothing else.
    public static ExifBlock ofOrientation(int orientation) {
        var value = ByteBuffer.allocate(Short.BYTES).putShort((short) orientation).array();
        return new ExifBlock(1).put(ExifIFD0Directory.TAG_ORIENTATION, SHORT, 1, value);
    }

    ExifBlock text(int tag, String text) {
        var value = (text + "\0").getBytes(StandardCharsets.UTF_8);
        return put(tag, ASCII, value.length, value);
    }

    /// As a PNG and a WebP have it.
    public byte[] bytes() {
        return ByteBuffer.allocate(valuesAt() + values.size())
                .put(BIG_ENDIAN.getBytes(StandardCharsets.US_ASCII))
                .putInt(HEADER)
                .putShort((short) tags)
                .put(entries.toByteArray())
                .putInt(0)
                .put(values.toByteArray())
                .array();
    }

    /// The data of a JPEG's APP1 segment.
    public byte[] segment() {
        var bytes = bytes();
        return ByteBuffer.allocate(PREAMBLE.length() + bytes.length)
                .put(PREAMBLE.getBytes(StandardCharsets.US_ASCII))
                .put(bytes)
                .array();
    }

    /// A value of up to four bytes stands in the entry itself.
    private ExifBlock put(int tag, short type, int count, byte[] value) {
        var entry = ByteBuffer.allocate(ENTRY).putShort((short) tag).putShort(type).putInt(count);
        if (value.length <= Integer.BYTES) {
            entry.put(value);
        } else {
            entry.putInt(valuesAt() + values.size());
            values.writeBytes(value);
        }
        entries.writeBytes(entry.array());
        return this;
    }

    private int valuesAt() {
        return HEADER + Short.BYTES + tags * ENTRY + Integer.BYTES;
    }
}
