package dev.slipway.image.imageio;

import dev.slipway.image.TimeLimit;
import java.awt.image.BufferedImage;

/// A Gaussian blur, as three box blurs after each other: nobody sees the difference, and the time
/// does not grow with the sigma. Beyond the edge the picture goes on as at the edge.
///
/// Colours are weighed by their opacity, so that a hidden colour does not come out.
public final class Blur {

    /// What it holds for each pixel, beside the picture.
    public static final int BYTES_PER_PIXEL = 24;

    private static final int CHANNELS = 4;
    private static final int BOXES = 3;

    private Blur() {}

    /// A new picture, the sigma in pixels.
    public static BufferedImage by(double sigma, BufferedImage image, TimeLimit time) {
        var width = image.getWidth();
        var height = image.getHeight();
        var planes = planes(image);
        for (var channel = 0; channel < CHANNELS; channel++) {
            for (var box = 0; box < BOXES; box++) {
                time.check();
                var radius = radius(sigma, box);
                var turned = acrossAndTurned(planes[channel], width, height, radius);
                planes[channel] = acrossAndTurned(turned, height, width, radius);
            }
        }
        return picture(planes, width, height, image.getColorModel().hasAlpha());
    }

    /// Odd widths whose variances add up to the Gaussian's: the first boxes are narrower by two
    /// where that comes nearer.
    private static int radius(double sigma, int box) {
        var variances = 12 * sigma * sigma;
        var narrow = ((int) Math.sqrt(variances / BOXES + 1) - 1) / 2 * 2 + 1;
        var narrowBoxes =
                Math.round(
                        (BOXES * (narrow * narrow + 4 * narrow + 3) - variances)
                                / (4 * narrow + 4));
        return (box < narrowBoxes ? narrow : narrow + 2) / 2;
    }

    /// Each row averaged, and written as a column: done twice, it is the picture again.
    private static float[] acrossAndTurned(float[] plane, int width, int height, int radius) {
        var turned = new float[plane.length];
        var scale = 1f / (2 * radius + 1);
        for (var y = 0; y < height; y++) {
            var row = y * width;
            var sum = 0d;
            for (var x = -radius; x <= radius; x++) {
                sum += plane[row + Math.clamp(x, 0, width - 1)];
            }
            for (var x = 0; x < width; x++) {
                turned[x * height + y] = (float) sum * scale;
                sum += plane[row + Math.min(x + radius + 1, width - 1)];
                sum -= plane[row + Math.max(x - radius, 0)];
            }
        }
        return turned;
    }

    private static float[][] planes(BufferedImage image) {
        var width = image.getWidth();
        var planes = new float[CHANNELS][width * image.getHeight()];
        var row = new int[width];
        for (int y = 0, at = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (var x = 0; x < width; x++, at++) {
                var alpha = (row[x] >>> 24) / 255f;
                planes[0][at] = (row[x] >> 16 & 0xff) * alpha;
                planes[1][at] = (row[x] >> 8 & 0xff) * alpha;
                planes[2][at] = (row[x] & 0xff) * alpha;
                planes[3][at] = alpha;
            }
        }
        return planes;
    }

    private static BufferedImage picture(float[][] planes, int width, int height, boolean alpha) {
        var type = alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        var image = new BufferedImage(width, height, type);
        var row = new int[width];
        for (int y = 0, at = 0; y < height; y++) {
            for (var x = 0; x < width; x++, at++) {
                var opacity = Math.max(planes[3][at], 1 / 512f);
                row[x] =
                        eight(planes[3][at] * 255) << 24
                                | eight(planes[0][at] / opacity) << 16
                                | eight(planes[1][at] / opacity) << 8
                                | eight(planes[2][at] / opacity);
            }
            image.setRGB(0, y, width, 1, row, 0, width);
        }
        return image;
    }

    private static int eight(float value) {
        return Math.clamp(Math.round(value), 0, 255);
    }
}
