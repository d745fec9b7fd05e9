package dev.slipway.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Files made of pictures, as bytes: common ones, odd ones, broken ones.
public final class PictureFile {

    /// Stands in the Exif blocks made here, beside the orientation: a position somewhere in
    /// Berlin.
    public static final String SECRET = "52.5200 N 13.4050 E";

    private static final int PNG_FIRST_CHUNK = 8;

    private PictureFile() {}

    public static byte[] png(BufferedImage image) {
        return write("png", (writer, out) -> writer.write(image));
    }

    public static byte[] interlacedPng(BufferedImage image) {
        return write(
                "png",
                (writer, out) -> {
                    var param = writer.getDefaultWriteParam();
                    param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
                    writer.write(null, new IIOImage(image, null, null), param);
                });
    }

    public static byte[] jpeg(BufferedImage image) {
        return jpeg(image, 0.95f, false);
    }

    public static byte[] jpeg(BufferedImage image, float quality, boolean progressive) {
        return write(
                "jpeg",
                (writer, out) ->
                        writer.write(
                                null,
                                new IIOImage(image, null, null),
                                jpegParam(writer, quality, progressive)));
    }

    /// As Adobe's programs write it: four components, upside down, and a marker that says so.
    public static byte[] cmykJpeg(
            int width, int height, int cyan, int magenta, int yellow, int black) {
        var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
        int[] pixel = {255 - cyan, 255 - magenta, 255 - yellow, 255 - black};
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                raster.setPixel(x, y, pixel);
            }
        }
        var plain =
                write(
                        "jpeg",
                        (writer, out) ->
                                writer.write(
                                        null,
                                        new IIOImage(raster, null, null),
                                        jpegParam(writer, 0.95f, false)));
        var adobe = new byte[] {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
        return withSegment(plain, 0xee, adobe);
    }

    public static byte[] gif(BufferedImage... frames) {
        return write(
                "gif",
                (writer, out) -> {
                    writer.prepareWriteSequence(null);
                    for (var frame : frames) {
                        writer.writeToSequence(new IIOImage(frame, null, null), null);
                    }
                    writer.endWriteSequence();
                });
    }

    /// With a canvas of another size than the first frame, which stays in the top left corner.
    public static byte[] withGifCanvas(byte[] gif, int width, int height) {
        var bytes = ByteBuffer.wrap(gif.clone()).order(ByteOrder.LITTLE_ENDIAN);
        return bytes.putShort(6, (short) width).putShort(8, (short) height).array();
    }

    public static byte[] withExif(byte[] jpeg, int orientation) {
        return withSegment(jpeg, 0xe1, exif(orientation));
    }

    public static byte[] withSegment(byte[] jpeg, int marker, byte[] data) {
        return ByteBuffer.allocate(jpeg.length + data.length + 4)
                .put(jpeg, 0, 2)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (data.length + 2))
                .put(data)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /// A progressive JPEG whose first scan, which is a whole one, comes so many times.
    public static byte[] withFirstScanRepeated(byte[] jpeg, int times) {
        var from = marker(jpeg, 2, 0xda);
        var to = from + 2;
        while (jpeg[to] != (byte) 0xff || jpeg[to + 1] == 0) {
            to++;
        }
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, from);
        for (var i = 0; i < times; i++) {
            out.write(jpeg, from, to - from);
        }
        out.write(jpeg, to, jpeg.length - to);
        return out.toByteArray();
    }

    /// An orientation, and an image description with the [#SECRET].
    public static byte[] exif(int orientation) {
        var secret = (SECRET + "\0").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(44 + secret.length)
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put("MM\0*".getBytes(StandardCharsets.US_ASCII))
                .putInt(8)
                .putShort((short) 2)
                .putShort((short) 0x010e)
                .putShort((short) 2)
                .putInt(secret.length)
                .putInt(38)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .put(secret)
                .array();
    }

    /// The same as a PNG and a WebP have it.
    public static byte[] bareExif(int orientation) {
        var exif = exif(orientation);
        return Arrays.copyOfRange(exif, 6, exif.length);
    }

    /// A copyright, and an image description with the [#SECRET].
    public static byte[] exifWithCopyright(String copyright) {
        var secret = (SECRET + "\0").getBytes(StandardCharsets.US_ASCII);
        var owner = (copyright + "\0").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(44 + secret.length + owner.length)
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put("MM\0*".getBytes(StandardCharsets.US_ASCII))
                .putInt(8)
                .putShort((short) 2)
                .putShort((short) 0x010e)
                .putShort((short) 2)
                .putInt(secret.length)
                .putInt(38)
                .putShort((short) 0x8298)
                .putShort((short) 2)
                .putInt(owner.length)
                .putInt(38 + secret.length)
                .putInt(0)
                .put(secret)
                .put(owner)
                .array();
    }

    /// Five thousand fractions, each of which is the whole block again.
    public static byte[] exifBomb() {
        var tags = 5000;
        var bomb =
                ByteBuffer.allocate(20 + tags * 12)
                        .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                        .put("MM\0*".getBytes(StandardCharsets.US_ASCII))
                        .putInt(8)
                        .putShort((short) tags);
        for (var tag = 0; tag < tags; tag++) {
            bomb.putShort((short) (0x9000 + tag)).putShort((short) 5).putInt(7000).putInt(8);
        }
        return bomb.array();
    }

    /// A GIF of one colour whose data, all of it valid, would fill the picture thousands of
    /// times.
    public static byte[] endlessGif(int width, int height, boolean interlaced, int size) {
        var out = ByteBuffer.allocate(2 * size + 100).order(ByteOrder.LITTLE_ENDIAN);
        out.put("GIF89a".getBytes(StandardCharsets.US_ASCII));
        out.putShort((short) width).putShort((short) height).put(new byte[] {(byte) 0x81, 0, 0});
        out.put(new byte[12]).put((byte) ',').putInt(0);
        out.putShort((short) width).putShort((short) height);
        out.put((byte) (interlaced ? 0x40 : 0)).put((byte) 2);
        var codes = lzwOfZeros(size);
        for (var at = 0; at < codes.length; at += 255) {
            var some = Math.min(255, codes.length - at);
            out.put((byte) some).put(codes, at, some);
        }
        out.put((byte) 0).put((byte) ';');
        return Arrays.copyOf(out.array(), out.position());
    }

    /// Each code means one pixel more than the one before, until the table is full.
    private static byte[] lzwOfZeros(int size) {
        var codes = new byte[size];
        long bits = 4;
        var count = 3;
        var width = 3;
        for (int at = 0, code = 0; at < size; ) {
            bits |= (long) code << count;
            count += width;
            code = Math.min(code == 0 ? 6 : code + 1, 4095);
            width = Math.max(3, 32 - Integer.numberOfLeadingZeros(code));
            for (; count >= 8 && at < size; count -= 8, bits >>>= 8) {
                codes[at++] = (byte) bits;
            }
        }
        return codes;
    }

    /// A PNG with one more chunk after its header.
    public static byte[] withChunk(byte[] png, String type, byte[] data) {
        var at = PNG_FIRST_CHUNK + 25;
        return ByteBuffer.allocate(png.length + data.length + 12)
                .put(png, 0, at)
                .put(chunk(type, data))
                .put(png, at, png.length - at)
                .array();
    }

    /// A PNG of hardly any bytes that claims to be that large.
    public static byte[] pngBomb(int width, int height) {
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).array();
        header[9] = 2;
        return png(header, new byte[] {0x78, (byte) 0x9c, 3, 0, 0, 0, 0, 1});
    }

    /// Of its header and its deflated lines.
    static byte[] png(byte[] header, byte[] deflated) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(Arrays.copyOf(png(Painted.plain(1, 1, Painted.RED)), PNG_FIRST_CHUNK));
        out.writeBytes(chunk("IHDR", header));
        out.writeBytes(chunk("IDAT", deflated));
        out.writeBytes(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    /// The same PNG with checksums that are right again, as far as its chunks can be followed.
    public static byte[] withChecksums(byte[] png) {
        var bytes = ByteBuffer.wrap(png.clone());
        for (var at = PNG_FIRST_CHUNK; at + 12 <= png.length; ) {
            var size = bytes.getInt(at);
            if (size < 0 || size > png.length - at - 12) {
                break;
            }
            bytes.putInt(at + 8 + size, crc(bytes.array(), at + 4, size + 4));
            at += size + 12;
        }
        return bytes.array();
    }

    public static byte[] resource(String name) {
        try (var in = PictureFile.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int marker(byte[] jpeg, int from, int marker) {
        var at = from;
        while ((jpeg[at + 1] & 0xff) != marker) {
            at += 2 + ((jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff);
        }
        return at;
    }

    private static byte[] chunk(String type, byte[] data) {
        var chunk =
                ByteBuffer.allocate(data.length + 12)
                        .putInt(data.length)
                        .put(type.getBytes(StandardCharsets.US_ASCII))
                        .put(data);
        return chunk.putInt(crc(chunk.array(), 4, data.length + 4)).array();
    }

    private static int crc(byte[] bytes, int from, int size) {
        var crc = new CRC32();
        crc.update(bytes, from, size);
        return (int) crc.getValue();
    }

    private static ImageWriteParam jpegParam(
            ImageWriter writer, float quality, boolean progressive) {
        var param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(quality);
        if (progressive) {
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        }
        return param;
    }

    private interface Writing {
        void with(ImageWriter writer, ImageOutputStream out) throws IOException;
    }

    private static byte[] write(String format, Writing writing) {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writing.with(writer, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
