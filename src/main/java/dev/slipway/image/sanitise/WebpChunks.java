package dev.slipway.image.sanitise;

import dev.slipway.image.ExifBlock;
import dev.slipway.image.Refused;
import dev.slipway.image.SourceStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// The chunks of a WebP (RFC 9649, section 2), of an animated one too. The last of them may lack
/// the byte that makes it even, which some programs leave out; it has one afterwards.
final class WebpChunks {

    private static final int HEADER = 12;
    private static final int SIZE_AT = 4;

    /// What its size does not count.
    private static final int OUTSIDE = 8;

    private static final String EXTENDED = "VP8X";
    private static final int EXTENDED_SIZE = 10;
    private static final int HAS_EXIF = 0x08;
    private static final int HAS_XMP = 0x04;
    private static final Set<String> KEPT = Set.of("ICCP", "ANIM", "ANMF", "ALPH", "VP8 ", "VP8L");

    private WebpChunks() {}

    static void copy(SourceStream in, CleanFile out, int orientation) throws IOException, Refused {
        in.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        in.seek(SIZE_AT);
        var end = in.readUnsignedInt() + OUTSIDE;
        out.copy(in, 0, HEADER);
        for (var at = (long) HEADER; at < end; ) {
            in.seek(at);
            var type = type(in);
            var size = in.readUnsignedInt();
            var data = in.getStreamPosition();
            if (data + size > end) {
                throw Refused.corrupt("A chunk is longer than the file says to be.");
            }
            if (type.equals(EXTENDED)) {
                copyExtended(in, size, out, orientation);
            } else if (KEPT.contains(type)) {
                copyChunk(in, type, data, size, out);
            }
            at = data + size + size % 2;
        }
        if (orientation > 1) {
            var block = ExifBlock.ofOrientation(orientation).bytes();
            writeHeader(out, "EXIF", block.length);
            out.write(block);
        }
        out.replace(SIZE_AT, littleEndian(out.length() - OUTSIDE).flip());
    }

    private static void copyExtended(SourceStream in, long size, CleanFile out, int orientation)
            throws IOException, Refused {
        if (size < EXTENDED_SIZE) {
            throw Refused.corrupt("The header is shorter than possible.");
        }
        var flags = in.readUnsignedByte() & ~(HAS_EXIF | HAS_XMP);
        writeHeader(out, EXTENDED, EXTENDED_SIZE);
        out.writeByte(orientation > 1 ? flags | HAS_EXIF : flags);
        out.copy(in, in.getStreamPosition(), EXTENDED_SIZE - 1);
    }

    private static void copyChunk(SourceStream in, String type, long data, long size, CleanFile out)
            throws IOException {
        writeHeader(out, type, size);
        out.copy(in, data, size);
        if (size % 2 != 0) {
            out.writeByte(0);
        }
    }

    private static void writeHeader(CleanFile out, String type, long size) throws IOException {
        out.writeBytes(type);
        out.write(littleEndian(size).array());
    }

    private static ByteBuffer littleEndian(long number) {
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) number);
    }

    private static String type(SourceStream in) throws IOException {
        var type = new byte[Integer.BYTES];
        in.readFully(type);
        return new String(type, StandardCharsets.ISO_8859_1);
    }
}
