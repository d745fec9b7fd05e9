package dev.slipway.image.sanitise;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// WebP files out of their chunks.
final class Riff {

    private static final int HEADER = 12;

    private Riff() {}

    /// The chunks of a file, each with its padding.
    static List<byte[]> chunks(byte[] webp) {
        var in = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
        var chunks = new ArrayList<byte[]>();
        for (var at = HEADER; at < webp.length; at += chunks.getLast().length) {
            var size = in.getInt(at + 4);
            chunks.add(Arrays.copyOfRange(webp, at, at + 8 + size + size % 2));
        }
        return chunks;
    }

    static byte[] chunk(String type, byte[] data) {
        return ByteBuffer.allocate(8 + data.length + data.length % 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .putInt(data.length)
                .put(data)
                .array();
    }

    static byte[] file(List<byte[]> chunks) {
        var all = new ByteArrayOutputStream();
        all.writeBytes("RIFF\0\0\0\0WEBP".getBytes(StandardCharsets.US_ASCII));
        chunks.forEach(all::writeBytes);
        return withSize(all.toByteArray(), all.size() - 8);
    }

    /// The file and one chunk more.
    static byte[] with(byte[] webp, byte[] chunk) {
        var chunks = chunks(webp);
        chunks.add(chunk);
        return file(chunks);
    }

    /// The file, which says of itself to have so many bytes after the eighth.
    static byte[] withSize(byte[] webp, int size) {
        return ByteBuffer.wrap(webp.clone()).order(ByteOrder.LITTLE_ENDIAN).putInt(4, size).array();
    }

    static String type(byte[] chunk) {
        return new String(chunk, 0, 4, StandardCharsets.US_ASCII);
    }
}
