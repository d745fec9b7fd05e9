package dev.slipway.image.imgscalr;

import dev.slipway.image.TimeLimit;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import org.imgscalr.Scalr;

/// Makes one size of a picture with imgscalr: cut, then scaled.
final class ScaleStep {

    private ScaleStep() {}

    /// The picture itself if it has that size already.
    static BufferedImage to(
            BufferedImage image, Rectangle crop, int width, int height, TimeLimit time) {
        var part = part(image, crop);
        if (part.getWidth() == width && part.getHeight() == height) {
            return part;
        }
        return Scalr.resize(
                halved(part, width, height, time),
                Scalr.Method.QUALITY,
                Scalr.Mode.FIT_EXACT,
                width,
                height);
    }

    /// Bilinear scaling by exactly half is the mean of four pixels. imgscalr's own way to scale
    /// down, bicubic by half, leaves pixels out: measured on a photo, 2 to 5 dB worse and
    /// slower.
    private static BufferedImage halved(
            BufferedImage image, int width, int height, TimeLimit time) {
        var result = image;
        while (result.getWidth() >= 2 * width && result.getHeight() >= 2 * height) {
            time.check();
            result =
                    Scalr.resize(
                            result,
                            Scalr.Method.BALANCED,
                            Scalr.Mode.FIT_EXACT,
                            Math.max(width, result.getWidth() / 2),
                            Math.max(height, result.getHeight() / 2));
        }
        return result;
    }

    private static BufferedImage part(BufferedImage image, Rectangle crop) {
        return crop.width == image.getWidth() && crop.height == image.getHeight()
                ? image
                : image.getSubimage(crop.x, crop.y, crop.width, crop.height);
    }
}
