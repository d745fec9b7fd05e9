package dev.slipway.image.imageio;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/// Colours that are grey, RGB or the inks of print, with or without alpha behind them.
final class SampledColours implements Colours {

    private final int bands;
    private final int components;
    private final int max;
    private final boolean premultiplied;
    private final byte[] levels;
    private final byte[] rgb;
    private final ToRgb toRgb;

    SampledColours(BufferedImage image, @Nullable ColourProfile profile) {
        bands = image.getRaster().getNumBands();
        var inks = image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_CMYK;
        components = inks ? 4 : bands >= 3 ? 3 : 1;
        max = (1 << image.getSampleModel().getSampleSize(0)) - 1;
        premultiplied = image.isAlphaPremultiplied();
        levels = new byte[components * image.getWidth()];
        rgb = new byte[3 * image.getWidth()];
        toRgb =
                profile != null
                        ? profile::convert
                        : inks
                                ? CmykToRgb::idealInks
                                : components == 3 ? SampledColours::copy : SampledColours::grey;
    }

    @Override
    public void look(int[] samples, int[] argb) {
        for (int x = 0, in = 0, out = 0; x < argb.length; x++, in += bands) {
            var alpha = bands > components ? samples[in + components] : max;
            argb[x] = eight(alpha);
            for (var i = 0; i < components; i++) {
                levels[out++] = (byte) eight(colour(samples[in + i], alpha));
            }
        }
        toRgb.convert(levels, rgb);
        for (int x = 0, at = 0; x < argb.length; x++, at += 3) {
            argb[x] =
                    argb[x] << 24
                            | (rgb[at] & 0xff) << 16
                            | (rgb[at + 1] & 0xff) << 8
                            | (rgb[at + 2] & 0xff);
        }
    }

    private int colour(int sample, int alpha) {
        return premultiplied && alpha > 0
                ? (int) Math.min(max, ((long) sample * max + alpha / 2) / alpha)
                : sample;
    }

    private int eight(int sample) {
        return max == 0xff ? sample : (sample * 0xff + max / 2) / max;
    }

    private static void copy(byte[] colours, byte[] rgb) {
        System.arraycopy(colours, 0, rgb, 0, rgb.length);
    }

    private static void grey(byte[] levels, byte[] rgb) {
        for (var i = 0; i < rgb.length; i++) {
            rgb[i] = levels[i / 3];
        }
    }

    private interface ToRgb {
        void convert(byte[] colours, byte[] rgb);
    }
}
