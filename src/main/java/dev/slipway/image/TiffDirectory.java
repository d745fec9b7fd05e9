package dev.slipway.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The first directory of a TIFF, which is its first page (TIFF 6.0, 2): where the values of its
/// fields stand. All of them lie within the file, and only those that are asked for are read.
final class TiffDirectory {

    private static final int ENTRY = 12;
    private static final int IN_PLACE = 4;

    private final SourceStream in;
    private final Map<Integer, Field> fields = new HashMap<>();

    private TiffDirectory(SourceStream in) {
        this.in = in;
    }

    /// Leaves the stream in the byte order of the file.
    static TiffDirectory first(SourceStream in) throws IOException {
        in.seek(0);
        in.setByteOrder(in.read() == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        in.seek(4);
        in.seek(in.readUnsignedInt());
        var directory = new TiffDirectory(in);
        var count = in.readUnsignedShort();
        for (var i = 0; i < count; i++) {
            directory.readField();
        }
        return directory;
    }

    boolean has(int tag) {
        return fields.containsKey(tag);
    }

    /// How many values the field has, 0 if it is not there.
    long count(int tag) {
        var field = fields.get(tag);
        return field == null ? 0 : field.count;
    }

    /// The first value of a field.
    long number(int tag, long otherwise) throws IOException, Refused {
        return has(tag) ? numbers(tag, 1)[0] : otherwise;
    }

    /// The first so many values of a field.
    long[] numbers(int tag, int count) throws IOException, Refused {
        var field = found(tag);
        if (field.count < count) {
            throw Refused.corrupt("The directory has too few values of the field " + tag + ".");
        }
        in.seek(field.at);
        var numbers = new long[count];
        for (var i = 0; i < count; i++) {
            numbers[i] =
                    switch (field.size()) {
                        case 1 -> in.readUnsignedByte();
                        case 2 -> in.readUnsignedShort();
                        case 4 -> in.readUnsignedInt();
                        default -> throw Refused.corrupt("The field " + tag + " is no number.");
                    };
        }
        return numbers;
    }

    /// This directory anew with nothing but these fields, of each at most so many bytes, and no
    /// other page after it. The values stay where they are in the file.
    byte[] narrowed(Map<Integer, Integer> mostBytes) throws IOException {
        var kept = new TreeMap<Integer, Field>();
        for (var entry : mostBytes.entrySet()) {
            @Nullable Field field = fields.get(entry.getKey());
            if (field != null && field.bytes() <= entry.getValue() && isInside(field)) {
                kept.put(entry.getKey(), field);
            }
        }
        var bytes = ByteBuffer.allocate(2 + ENTRY * kept.size() + 4).order(in.getByteOrder());
        bytes.putShort((short) kept.size());
        for (var entry : kept.entrySet()) {
            write(entry, bytes);
        }
        return bytes.array();
    }

    private void write(Entry<Integer, Field> entry, ByteBuffer bytes) throws IOException {
        var field = entry.getValue();
        bytes.putShort(entry.getKey().shortValue()).putShort((short) field.type);
        bytes.putInt((int) field.count);
        if (field.isInPlace()) {
            var value = new byte[IN_PLACE];
            in.seek(field.at);
            in.readFully(value);
            bytes.put(value);
        } else {
            bytes.putInt((int) field.at);
        }
    }

    /// A tag that comes twice is what it was first.
    private void readField() throws IOException {
        var entry = in.getStreamPosition();
        var tag = in.readUnsignedShort();
        var type = in.readUnsignedShort();
        var count = in.readUnsignedInt();
        var inPlace = new Field(type, count, in.getStreamPosition());
        var value = in.readUnsignedInt();
        fields.putIfAbsent(tag, inPlace.isInPlace() ? inPlace : new Field(type, count, value));
        in.seek(entry + ENTRY);
    }

    private Field found(int tag) throws Refused {
        @Nullable Field field = fields.get(tag);
        if (field == null || field.count == 0) {
            throw Refused.corrupt("The directory lacks the field " + tag + ".");
        }
        if (!isInside(field)) {
            throw Refused.corrupt("The field " + tag + " lies outside of the file.");
        }
        return field;
    }

    private boolean isInside(Field field) {
        return field.at + field.bytes() <= in.length();
    }

    private record Field(int type, long count, long at) {

        /// Bytes of a value; what is no whole number is as long as its like (TIFF 6.0, 2).
        int size() {
            return switch (type) {
                case 1, 2, 6, 7 -> 1;
                case 3, 8 -> 2;
                case 4, 9, 11, 13 -> 4;
                default -> 8;
            };
        }

        long bytes() {
            return count * size();
        }

        boolean isInPlace() {
            return bytes() <= IN_PLACE;
        }
    }
}
