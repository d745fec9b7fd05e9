package dev.slipway.image.sanitise;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// The chunks of a WebP (RFC 9649, section 2), of an animated one too.
final class WebpChunks {

    private static final int HEADER = 12;
    private static final int SIZE_AT = 4;
    private static final int CHUNK_HEADER = 8;
    private static final String EXTENDED = "VP8X";
    private static final String EXIF = "EXIF";
    private static final int HAS_EXIF = 0x08;
    private static final int HAS_XMP = 0x04;
    private static final int LARGEST_EXIF = 1 << 16;
    private static final Set<String> KEPT =
            Set.of(EXTENDED, "ICCP", "ANIM", "ANMF", "ALPH", "VP8 ", "VP8L");

    private WebpChunks() {}

    static int orientation(DataInputStream in) throws IOException {
        var left = content(in);
        while (left >= CHUNK_HEADER) {
            var type = type(in);
            var size = size(in);
            if (type.equals(EXIF) && size <= LARGEST_EXIF) {
                return ExifBlock.orientation(in.readNBytes((int) size));
            }
            in.skipNBytes(padded(size));
            left -= CHUNK_HEADER + padded(size);
        }
        return 1;
    }

    /// Without the size in its header ([#writeSize]).
    static void copy(DataInputStream in, DataOutputStream out, int orientation) throws IOException {
        var left = content(in);
        out.writeBytes("RIFF\0\0\0\0WEBP");
        var extended = false;
        while (left >= CHUNK_HEADER) {
            var type = type(in);
            var size = size(in);
            if (type.equals(EXTENDED)) {
                extended = true;
                writeHeader(out, type, size);
                out.writeByte(flags(in.readUnsignedByte(), orientation));
                PngChunks.copy(in, padded(size) - 1, out);
            } else if (KEPT.contains(type)) {
                writeHeader(out, type, size);
                PngChunks.copy(in, padded(size), out);
            } else {
                in.skipNBytes(padded(size));
            }
            left -= CHUNK_HEADER + padded(size);
        }
        if (extended && orientation > 1) {
            var block = ExifBlock.of(orientation);
            writeHeader(out, EXIF, block.length);
            out.write(block);
        }
    }

    static void writeSize(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var size = (int) (channel.size() - SIZE_AT - Integer.BYTES);
            channel.write(littleEndian(size).flip(), SIZE_AT);
        }
    }

    private static int flags(int flags, int orientation) {
        return (flags & ~(HAS_EXIF | HAS_XMP)) | (orientation > 1 ? HAS_EXIF : 0);
    }

    /// How many bytes of chunks follow the header.
    private static long content(DataInputStream in) throws IOException {
        in.skipNBytes(SIZE_AT);
        var size = size(in) + SIZE_AT + Integer.BYTES - HEADER;
        in.skipNBytes(HEADER - SIZE_AT - Integer.BYTES);
        return size;
    }

    private static void writeHeader(DataOutputStream out, String type, long size)
            throws IOException {
        out.writeBytes(type);
        out.write(littleEndian((int) size).array());
    }

    private static ByteBuffer littleEndian(int number) {
        return ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(number);
    }

    private static long padded(long size) {
        return size + size % 2;
    }

    private static long size(DataInputStream in) throws IOException {
        return Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
    }

    private static String type(DataInputStream in) throws IOException {
        var type = in.readNBytes(Integer.BYTES);
        if (type.length < Integer.BYTES) {
            throw new EOFException();
        }
        return new String(type, StandardCharsets.ISO_8859_1);
    }
}
