package dev.slipway.image;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// TIFFs as bytes: what Java writes, and what it does not, of the fields that are given.
public final class TiffFile {

    /// The one field that has to be of two short numbers.
    private static final int SUBSAMPLING = 530;

    private TiffFile() {}

    /// `compression`: as Java calls it. `tile`: its side, 0 for strips.
    public static byte[] written(BufferedImage image, String compression, int tile) {
        var bytes = new ByteArrayOutputStream();
        var writer = writer();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var param = writer.getDefaultWriteParam();
            if (!compression.equals("none")) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionType(compression);
            }
            if (tile > 0) {
                param.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
                param.setTiling(tile, tile, 0, 0);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /// Java's own, which knows tiles.
    private static ImageWriter writer() {
        var writers = ImageIO.getImageWritersByFormatName("tiff");
        while (writers.hasNext()) {
            var writer = writers.next();
            if (writer.getClass().getModule() == ImageIO.class.getModule()) {
                return writer;
            }
        }
        throw new AssertionError("this Java writes no TIFF");
    }

    /// The pixels at the end of the file, in one part unless the fields give sizes of several.
    static byte[] of(ByteOrder order, Map<Integer, int[]> fields, byte[] pixels) {
        var all = new TreeMap<>(fields);
        all.putIfAbsent(279, new int[] {pixels.length});
        var offsets = new int[all.get(279).length];
        all.putIfAbsent(273, offsets);
        var values = 8 + 2 + 12 * all.size() + 4;
        var start = values;
        for (var field : all.values()) {
            start += field.length > 1 ? 4 * field.length : 0;
        }
        offsets[0] = start;
        for (var i = 1; i < offsets.length; i++) {
            offsets[i] = offsets[i - 1] + all.get(279)[i - 1];
        }
        var out = ByteBuffer.allocate(start + pixels.length).order(order);
        var mark = (byte) (order == ByteOrder.BIG_ENDIAN ? 'M' : 'I');
        out.put(mark).put(mark).putShort((short) 42).putInt(8).putShort((short) all.size());
        for (var field : all.entrySet()) {
            var numbers = field.getValue();
            if (field.getKey() == SUBSAMPLING) {
                out.putShort((short) SUBSAMPLING).putShort((short) 3).putInt(2);
                out.putShort((short) numbers[0]).putShort((short) numbers[1]);
                continue;
            }
            out.putShort(field.getKey().shortValue()).putShort((short) 4).putInt(numbers.length);
            out.putInt(numbers.length == 1 ? numbers[0] : values);
            for (var i = 0; numbers.length > 1 && i < numbers.length; i++) {
                out.putInt(values, numbers[i]);
                values += 4;
            }
        }
        return out.putInt(0).put(out.capacity() - pixels.length, pixels).array();
    }

    /// The last so many bytes of this little-endian file as the value of the field.
    static byte[] withBytes(byte[] tiff, int tag, int count) {
        var bytes = ByteBuffer.wrap(tiff).order(ByteOrder.LITTLE_ENDIAN);
        for (var at = 10; ; at += 12) {
            if ((bytes.getShort(at) & 0xffff) == tag) {
                bytes.putShort(at + 2, (short) 7).putInt(at + 4, count);
                return bytes.putInt(at + 8, tiff.length - count).array();
            }
        }
    }

    /// Fields of a picture of so many samples of eight bits.
    static Map<Integer, int[]> fields(int width, int height, int photometric, int samples) {
        var bits = new int[samples];
        Arrays.fill(bits, 8);
        return new TreeMap<>(
                Map.of(
                        256, new int[] {width},
                        257, new int[] {height},
                        258, bits,
                        259, new int[] {1},
                        262, new int[] {photometric},
                        277, new int[] {samples},
                        278, new int[] {height}));
    }

    /// All pixels of these samples.
    static byte[] plain(int pixels, int... samples) {
        var bytes = new byte[pixels * samples.length];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) samples[i % samples.length];
        }
        return bytes;
    }

    static byte[] rgb(BufferedImage image) {
        var bytes = ByteBuffer.allocate(3 * image.getWidth() * image.getHeight());
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                var colour = new Color(image.getRGB(x, y));
                bytes.put((byte) colour.getRed());
                bytes.put((byte) colour.getGreen()).put((byte) colour.getBlue());
            }
        }
        return bytes.array();
    }
}
