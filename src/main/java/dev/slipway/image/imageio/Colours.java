package dev.slipway.image.imageio;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import org.jspecify.annotations.Nullable;

/// What the samples of a picture look like, as 8-bit sRGB with alpha. A row at a time.
interface Colours {

    void look(int[] samples, int[] argb);

    /// Those of the picture's palette or colour space.
    static Colours of(BufferedImage image) {
        if (image.getColorModel() instanceof IndexColorModel palette) {
            return (samples, argb) -> {
                for (var x = 0; x < argb.length; x++) {
                    argb[x] = palette.getRGB(samples[x]);
                }
            };
        }
        return new SampledColours(image, profile(image.getColorModel().getColorSpace()));
    }

    /// Java's own space of grey is linear light, as which no file means its samples.
    private static @Nullable ColourProfile profile(ColorSpace space) {
        if (space.isCS_sRGB()
                || space.equals(ColorSpace.getInstance(ColorSpace.CS_GRAY))
                || !(space instanceof ICC_ColorSpace icc)) {
            return null;
        }
        var profile = ColourProfile.parse(icc.getProfile().getData(), icc.getNumComponents());
        return profile == null ? null : ColourProfile.of(profile);
    }
}
