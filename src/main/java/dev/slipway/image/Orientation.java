package dev.slipway.image;

import java.awt.AlphaComposite;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/// Turns and mirrors a picture as its Exif orientation says (Exif 3.0, 4.6.4.1).
public final class Orientation {

    private static final int NORMAL = 1;

    private Orientation() {}

    public static boolean swapsSides(int orientation) {
        return orientation >= 5;
    }

    /// The picture as shown: itself, or a new one of the same type.
    public static BufferedImage apply(BufferedImage image, int orientation) {
        if (orientation == NORMAL) {
            return image;
        }
        var width = image.getWidth();
        var height = image.getHeight();
        var swaps = swapsSides(orientation);
        var turned =
                new BufferedImage(swaps ? height : width, swaps ? width : height, image.getType());
        var graphics = turned.createGraphics();
        graphics.setComposite(AlphaComposite.Src);
        graphics.drawImage(image, transform(orientation, width, height), null);
        graphics.dispose();
        return turned;
    }

    /// Where a point of the stored picture of width `w` and height `h` is shown.
    public static AffineTransform transform(int orientation, int w, int h) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> throw new IllegalArgumentException("not an orientation: " + orientation);
        };
    }
}
