package dev.slipway.image.imageio;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Turns lines of bytes from the colours of an embedded profile into sRGB's.
public final class ColourProfile {

    /// A profile that moves no colour by more than this is sRGB, whatever it calls itself.
    private static final int SAME = 2;

    private static final int PROBES = 5;
    private static final int RGB = 3;
    private static final int RGBA = 4;

    private final int components;
    private final ColorConvertOp conversion;

    private ColourProfile(ICC_Profile profile) {
        components = profile.getNumComponents();
        conversion =
                new ColorConvertOp(
                        new ICC_Profile[] {profile, ICC_Profile.getInstance(ColorSpace.CS_sRGB)},
                        null);
    }

    public static ColourProfile of(ICC_Profile profile) {
        return new ColourProfile(profile);
    }

    /// The profile, if it is one for pixels of so many colours, works, and is not sRGB. As
    /// browsers do, one that is broken is taken for none.
    public static @Nullable ICC_Profile parse(byte[] bytes, int components) {
        if (bytes.length == 0) {
            return null;
        }
        try {
            var profile = ICC_Profile.getInstance(bytes);
            var usable =
                    profile.getNumComponents() == components
                            && !new ColourProfile(profile).changesNothing();
            return usable ? profile : null;
        } catch (IllegalArgumentException | CMMException e) {
            return null;
        }
    }

    /// Lines of pixels of nothing but colours; the second is of RGB.
    public void convert(byte[] from, byte[] to) {
        var width = from.length / components;
        conversion.filter(line(from, width, components), line(to, width, RGB));
    }

    /// Leaves the fourth sample of each pixel, alpha, alone.
    public void convertRgba(byte[] line) {
        var colours = new byte[line.length / RGBA * RGB];
        copyColours(line, RGBA, colours, RGB);
        convert(colours, colours);
        copyColours(colours, RGB, line, RGBA);
    }

    private static void copyColours(byte[] from, int step, byte[] to, int toStep) {
        for (int in = 0, out = 0; in < from.length; in += step, out += toStep) {
            to[out] = from[in];
            to[out + 1] = from[in + 1];
            to[out + 2] = from[in + 2];
        }
    }

    private boolean changesNothing() {
        if (components != RGB) {
            return false;
        }
        var probes = new byte[RGB * PROBES * PROBES * PROBES];
        for (int i = 0; i < probes.length; i++) {
            var step = i / RGB / (int) Math.pow(PROBES, i % RGB) % PROBES;
            probes[i] = (byte) (255 * step / (PROBES - 1));
        }
        var converted = new byte[probes.length];
        convert(probes, converted);
        return IntStream.range(0, probes.length)
                .allMatch(i -> Math.abs((probes[i] & 0xff) - (converted[i] & 0xff)) <= SAME);
    }

    private static WritableRaster line(byte[] bytes, int width, int bands) {
        return Raster.createInterleavedRaster(
                new DataBufferByte(bytes, bytes.length),
                width,
                1,
                bytes.length,
                bands,
                IntStream.range(0, bands).toArray(),
                null);
    }
}
