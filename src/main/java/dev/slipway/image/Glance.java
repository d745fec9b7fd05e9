package dev.slipway.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// What a page shows of a picture before it has loaded: a [ThumbHash], which is a blurred picture
/// in some 25 bytes, as base64, and the colour that most of it has, as `#rrggbb`.
///
/// Both are made of at most 32 pixels a side, which is enough for them and takes no time: of a
/// variant that is made with the others ([#PLAN]) and thrown away.
public record Glance(String thumbHash, String colour) {

    private static final int SIDE = 32;

    /// The variant that [#of] wants.
    public static final VariantPlan PLAN =
            VariantPlan.of("glance", Fit.CONTAIN, SIDE, SIDE).as(OutputFormat.PNG, 100, false);

    /// Of a PNG that an engine of ours has written.
    public static Glance of(Path png) {
        try {
            var image = ImageIO.read(png.toFile());
            if (image == null) {
                throw new IllegalStateException("not a PNG: " + png);
            }
            return of(image);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + png, e);
        }
    }

    static Glance of(BufferedImage image) {
        var width = image.getWidth();
        var height = image.getHeight();
        if (Math.max(width, height) > SIDE) {
            throw new IllegalArgumentException("too large: " + width + " x " + height);
        }
        var argb = image.getRGB(0, 0, width, height, null, 0, width);
        return new Glance(ThumbHash.of(argb, width, height), DominantColour.of(argb));
    }
}
