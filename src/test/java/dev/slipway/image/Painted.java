package dev.slipway.image;

import java.awt.Color;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Random;

/// Pictures to begin with, in memory.
public final class Painted {

    public static final Color RED = new Color(0xe00000);
    public static final Color GREEN = new Color(0x00c000);
    public static final Color BLUE = new Color(0x0000e0);
    public static final Color YELLOW = new Color(0xe0e000);

    private Painted() {}

    public static BufferedImage plain(int width, int height, Color colour) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        fill(image, 0, 0, width, height, colour);
        return image;
    }

    /// Red, green, blue and yellow in the corners, from the top left as one reads.
    public static BufferedImage corners(int width, int height) {
        var image = plain(width, height, RED);
        fill(image, width / 2, 0, width, height / 2, GREEN);
        fill(image, 0, height / 2, width / 2, height, BLUE);
        fill(image, width / 2, height / 2, width, height, YELLOW);
        return image;
    }

    /// The same as a camera stores it that was held so (Exif 3.0, 4.6.4.1: of the orientations
    /// 1 to 8, the side of the scene that the first row and the first column are).
    public static BufferedImage cornersStored(int width, int height, int orientation) {
        var shown = corners(width, height);
        var swapped = orientation >= 5;
        var stored =
                new BufferedImage(
                        swapped ? height : width,
                        swapped ? width : height,
                        BufferedImage.TYPE_INT_RGB);
        for (var row = 0; row < stored.getHeight(); row++) {
            for (var column = 0; column < stored.getWidth(); column++) {
                var x =
                        switch (orientation) {
                            case 1, 4 -> column;
                            case 2, 3 -> width - 1 - column;
                            case 5, 8 -> row;
                            default -> width - 1 - row;
                        };
                var y =
                        switch (orientation) {
                            case 1, 2 -> row;
                            case 3, 4 -> height - 1 - row;
                            case 5, 6 -> column;
                            default -> height - 1 - column;
                        };
                stored.setRGB(column, row, shown.getRGB(x, y));
            }
        }
        return stored;
    }

    /// Three upright stripes: red, green, blue.
    public static BufferedImage stripes(int width, int height) {
        var image = plain(width, height, RED);
        fill(image, width / 3, 0, 2 * width / 3, height, GREEN);
        fill(image, 2 * width / 3, 0, width, height, BLUE);
        return image;
    }

    /// The left half red, the right half nothing to see, with a green hidden in it.
    public static BufferedImage halfTransparent(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                image.setRGB(x, y, x < width / 2 ? RED.getRGB() : GREEN.getRGB() & 0xffffff);
            }
        }
        return image;
    }

    /// The same out of a palette of two bits, whose third colour is transparent.
    public static BufferedImage halfTransparentPalette(int width, int height) {
        var palette =
                new IndexColorModel(
                        2,
                        4,
                        new int[] {RED.getRGB(), BLUE.getRGB(), GREEN.getRGB(), 0xff000000},
                        0,
                        true,
                        2,
                        DataBuffer.TYPE_BYTE);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY, palette);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                image.getRaster().setSample(x, y, 0, x < width / 2 ? 0 : 2);
            }
        }
        return image;
    }

    /// Grey of one value with one alpha, in samples of 8 or 16 bits.
    public static BufferedImage greyAlpha(int width, int height, int depth, int grey, int alpha) {
        return samples(width, height, depth, ColorSpace.CS_GRAY, grey, alpha);
    }

    public static BufferedImage deep(int width, int height, int red, int green, int blue) {
        return samples(width, height, 16, ColorSpace.CS_sRGB, red, green, blue);
    }

    public static BufferedImage deepAlpha(int width, int height, int... argbSamples) {
        return samples(width, height, 16, ColorSpace.CS_sRGB, argbSamples);
    }

    public static BufferedImage noise(int width, int height, long seed) {
        var random = new Random(seed);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return image;
    }

    private static BufferedImage samples(
            int width, int height, int depth, int space, int... pixel) {
        var type = depth == 16 ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_BYTE;
        var hasAlpha = pixel.length % 2 == 0;
        var model =
                new ComponentColorModel(
                        ColorSpace.getInstance(space),
                        hasAlpha,
                        false,
                        hasAlpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                        type);
        var raster = Raster.createInterleavedRaster(type, width, height, pixel.length, null);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                raster.setPixel(x, y, pixel);
            }
        }
        return new BufferedImage(model, raster, false, null);
    }

    private static void fill(
            BufferedImage image, int fromX, int fromY, int toX, int toY, Color colour) {
        for (var y = fromY; y < toY; y++) {
            for (var x = fromX; x < toX; x++) {
                image.setRGB(x, y, colour.getRGB());
            }
        }
    }
}
