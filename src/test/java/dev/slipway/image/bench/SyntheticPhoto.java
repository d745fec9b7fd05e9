package dev.slipway.image.bench;

import dev.slipway.image.PictureFile;
import java.awt.Point;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A photo that nobody took: slopes, edges and noise, the same each time, of about as many bytes
/// as a camera makes of so many pixels. Painted row by row while it is written, so that it may be
/// of any size.
final class SyntheticPhoto extends WritableRaster {

    private static final int[] RGB = {0, 1, 2};
    private static final float QUALITY = 0.9f;
    private static final int SIDEWAYS = 6;

    private final byte[] line;
    private final Raster row;

    private SyntheticPhoto(int width, int height) {
        super(
                new PixelInterleavedSampleModel(
                        DataBuffer.TYPE_BYTE, width, height, RGB.length, width * RGB.length, RGB),
                new DataBufferByte(1),
                new Point());
        line = new byte[width * RGB.length];
        row =
                Raster.createInterleavedRaster(
                        new DataBufferByte(line, line.length),
                        width,
                        1,
                        line.length,
                        RGB.length,
                        RGB,
                        null);
    }

    /// Held sideways, as most are.
    static Path write(Path file, int width, int height) throws IOException {
        var colours =
                new ComponentColorModel(
                        ColorSpace.getInstance(ColorSpace.CS_sRGB),
                        false,
                        false,
                        ComponentColorModel.OPAQUE,
                        DataBuffer.TYPE_BYTE);
        var image = new BufferedImage(colours, new SyntheticPhoto(width, height), false, null);
        var jpeg = PictureFile.jpeg(image, QUALITY, false);
        return Files.write(file, PictureFile.withExif(jpeg, SIDEWAYS));
    }

    /// The writer asks for one whole row after the other.
    @Override
    public Raster createChild(int x, int y, int width, int height, int toX, int toY, int[] bands) {
        for (int column = 0, at = 0; column < getWidth(); column++, at += RGB.length) {
            var noise = noise(column, y);
            var edge = edge(column, y);
            line[at] = level((column >> 4) + edge + noise);
            line[at + 1] = level((y >> 4) + edge / 2 + noise);
            line[at + 2] = level(180 - (column + y >> 5) + edge / 3 + noise);
        }
        return row;
    }

    private static int edge(int x, int y) {
        var roofs = (x + 2 * y) % 331 < 40 ? 60 : 0;
        var tiles = ((x / 97 + y / 61) & 1) * 40;
        var twigs = (3 * x + y) % 1009 < 60 && (x ^ y) % 7 < 3 ? -50 : 0;
        return roofs + tiles + twigs;
    }

    private static int noise(int x, int y) {
        var bits = (x * 0x9e3779b1) ^ (y * 0x85ebca6b);
        bits ^= bits >>> 15;
        bits *= 0x2c1b3c6d;
        bits ^= bits >>> 12;
        return (bits & 15) + (bits >> 4 & 15) - 15;
    }

    private static byte level(int value) {
        return (byte) Math.clamp(value % 512, 0, 255);
    }
}
