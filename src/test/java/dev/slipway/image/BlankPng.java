package dev.slipway.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.Deflater;

/// A PNG of nothing but zeros, of any size and valid to its last byte: a thousand times smaller
/// than its pixels.
public final class BlankPng {

    private static final int BLOCK = 1 << 20;
    private static final int ADLER = 65_521;

    private BlankPng() {}

    /// Grey, of so many bits a pixel.
    public static byte[] of(int width, int height, int depth) {
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) depth);
        var bytes = (1 + ((long) width * depth + 7) / 8) * height;
        return PictureFile.png(header.array(), zlibOfZeros(bytes));
    }

    /// The same block again and again, as none looks back at another.
    private static byte[] zlibOfZeros(long count) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0x78, (byte) 0xda});
        var block = deflated(BLOCK, Deflater.FULL_FLUSH);
        for (var i = 0L; i < count / BLOCK; i++) {
            out.writeBytes(block);
        }
        out.writeBytes(deflated((int) (count % BLOCK), Deflater.NO_FLUSH));
        var adler = (int) (count % ADLER) << 16 | 1;
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(adler).array());
        return out.toByteArray();
    }

    private static byte[] deflated(int zeros, int flush) {
        var bytes = new byte[2 * BLOCK / 1000 + 100];
        try (var deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
            deflater.setInput(new byte[zeros]);
            if (flush == Deflater.NO_FLUSH) {
                deflater.finish();
            }
            return Arrays.copyOf(bytes, deflater.deflate(bytes, 0, bytes.length, flush));
        }
    }
}
