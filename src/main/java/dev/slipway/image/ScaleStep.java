package dev.slipway.image;

import java.awt.image.BufferedImage;
import org.imgscalr.Scalr;

/// Makes one size of a picture with imgscalr: cut evenly to the ratio that is wanted, then
/// scaled.
final class ScaleStep {

    private ScaleStep() {}

    /// The picture itself if it has that size already.
    static BufferedImage to(BufferedImage image, int width, int height, Fit fit) {
        var part = fit == Fit.SQUARE ? middleSquare(image) : image;
        if (part.getWidth() == width && part.getHeight() == height) {
            return part;
        }
        return Scalr.resize(
                halved(part, width, height),
                Scalr.Method.QUALITY,
                Scalr.Mode.FIT_EXACT,
                width,
                height);
    }

    /// Bilinear scaling by exactly half is the mean of four pixels. imgscalr's own way to scale
    /// down, bicubic by half, leaves pixels out: measured on a photo, 2 to 5 dB worse and
    /// slower.
    private static BufferedImage halved(BufferedImage image, int width, int height) {
        var result = image;
        while (result.getWidth() >= 2 * width && result.getHeight() >= 2 * height) {
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

    private static BufferedImage middleSquare(BufferedImage image) {
        var side = Math.min(image.getWidth(), image.getHeight());
        return image.getSubimage(
                (image.getWidth() - side) / 2, (image.getHeight() - side) / 2, side, side);
    }
}
