package dev.slipway.image.imageio;

import java.awt.AlphaComposite;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;

/// Pictures of any kind as 8-bit RGB or ARGB. Grey is taken as the samples are: Java's own
/// conversion takes them for linear light and shows them too bright.
public final class Pixels {

    private Pixels() {}

    /// The picture itself where its type is one that Java2D scales fast and right, or a new
    /// one.
    public static BufferedImage sane(BufferedImage image) {
        return switch (image.getType()) {
            case BufferedImage.TYPE_3BYTE_BGR,
                    BufferedImage.TYPE_4BYTE_ABGR,
                    BufferedImage.TYPE_INT_RGB,
                    BufferedImage.TYPE_INT_ARGB ->
                    image;
            default -> converted(image);
        };
    }

    /// The frame at its place on a transparent canvas.
    public static BufferedImage onCanvas(
            BufferedImage image, Rectangle frame, int width, int height) {
        var canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var graphics = canvas.createGraphics();
        graphics.setComposite(AlphaComposite.Src);
        graphics.drawImage(image, frame.x, frame.y, null);
        graphics.dispose();
        return canvas;
    }

    /// The picture itself where nothing of it can be transparent, or a new one laid on white.
    /// By hand, as Java2D would make a copy more.
    public static BufferedImage onWhite(BufferedImage image) {
        if (!image.getColorModel().hasAlpha()) {
            return image;
        }
        var width = image.getWidth();
        var height = image.getHeight();
        var opaque = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var row = new int[width];
        for (var y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (var x = 0; x < width; x++) {
                row[x] = onWhite(row[x]);
            }
            opaque.getRaster().setDataElements(0, y, width, 1, row);
        }
        return opaque;
    }

    private static int onWhite(int argb) {
        var alpha = argb >>> 24;
        return onWhite(argb >> 16 & 0xff, alpha) << 16
                | onWhite(argb >> 8 & 0xff, alpha) << 8
                | onWhite(argb & 0xff, alpha);
    }

    private static int onWhite(int colour, int alpha) {
        return (colour * alpha + 0xff * (0xff - alpha) + 0x7f) / 0xff;
    }

    private static BufferedImage converted(BufferedImage image) {
        var width = image.getWidth();
        var height = image.getHeight();
        var type =
                image.getColorModel().hasAlpha()
                        ? BufferedImage.TYPE_INT_ARGB
                        : BufferedImage.TYPE_INT_RGB;
        var result = new BufferedImage(width, height, type);
        var samples = new int[width * image.getRaster().getNumBands()];
        var argb = new int[width];
        var colours = Colours.of(image);
        for (var y = 0; y < height; y++) {
            image.getRaster().getPixels(0, y, width, 1, samples);
            colours.look(samples, argb);
            result.getRaster().setDataElements(0, y, width, 1, argb);
        }
        return result;
    }
}
