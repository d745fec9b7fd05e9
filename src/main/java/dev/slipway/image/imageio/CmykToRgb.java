package dev.slipway.image.imageio;

import java.awt.color.ICC_Profile;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Takes lines of the inks of print, 255 being all of an ink, and hands on lines of RGB: by the
/// profile, or, without one, by taking the inks for ideal.
public final class CmykToRgb implements Consumer<byte[]> {

    private static final int INKS = 4;

    private final @Nullable ColourProfile profile;
    private final byte[] rgb;
    private final Consumer<byte[]> next;

    public CmykToRgb(@Nullable ICC_Profile profile, int width, Consumer<byte[]> next) {
        this.profile = profile == null ? null : ColourProfile.of(profile);
        this.rgb = new byte[3 * width];
        this.next = next;
    }

    @Override
    public void accept(byte[] inks) {
        if (profile == null) {
            idealInks(inks, rgb);
        } else {
            profile.convert(inks, rgb);
        }
        next.accept(rgb);
    }

    static void idealInks(byte[] inks, byte[] rgb) {
        for (int in = 0, out = 0; out < rgb.length; in += INKS, out += 3) {
            var white = 255 - (inks[in + 3] & 0xff);
            for (var ink = 0; ink < 3; ink++) {
                rgb[out + ink] = (byte) ((255 - (inks[in + ink] & 0xff)) * white / 255);
            }
        }
    }
}
