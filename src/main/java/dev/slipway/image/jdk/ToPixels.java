package dev.slipway.image.jdk;

import dev.slipway.image.imageio.ColourProfile;
import java.awt.color.ICC_Profile;
import org.jspecify.annotations.Nullable;

/// Rows of samples as lines of pixels that can be written: 8-bit RGB or RGBA, rounded, in sRGB
/// unless no profile is given, and no longer multiplied by alpha.
final class ToPixels {

    private static final int GREY = 1;
    private static final int RGB = 3;
    private static final int RGBA = 4;

    /// A filter leaves so much alpha, which nobody sees, in the emptiness beside an edge.
    private static final float RIPPLE = 1.5f;

    private final int channels;
    private final int bands;
    private final @Nullable ColourProfile profile;
    private final byte[] levels;
    private final byte[] line;

    /// `channels`: samples of a pixel, as of a [RowSource]. `profile`: what to convert the
    /// colours from. `transparent`: whether transparency is kept or laid on white.
    ToPixels(int width, int channels, @Nullable ICC_Profile profile, boolean transparent) {
        this.channels = channels;
        this.bands = bands(channels, transparent);
        this.profile = profile == null ? null : ColourProfile.of(profile);
        this.levels = new byte[width * channels];
        this.line = bands == channels ? levels : new byte[width * bands];
    }

    static int bands(int channels, boolean transparent) {
        return channels == RGBA && transparent ? RGBA : RGB;
    }

    /// Bytes of a pixel: 3 for RGB, 4 for RGBA.
    int bands() {
        return bands;
    }

    /// The line of this row, until the next is asked for.
    byte[] of(float[] samples) {
        if (channels == RGBA) {
            straighten(samples);
        } else {
            round(samples);
        }
        if (profile != null) {
            convert(profile);
        } else if (channels == GREY) {
            spread();
        }
        if (bands < channels) {
            layOnWhite();
        }
        return line;
    }

    private void round(float[] samples) {
        for (var i = 0; i < samples.length; i++) {
            levels[i] = level(samples[i]);
        }
    }

    private void straighten(float[] samples) {
        for (var i = 0; i < samples.length; i += RGBA) {
            var alpha = samples[i + 3] < RIPPLE ? 0 : samples[i + 3];
            var factor = alpha == 0 ? 0 : 255 / alpha;
            levels[i] = level(samples[i] * factor);
            levels[i + 1] = level(samples[i + 1] * factor);
            levels[i + 2] = level(samples[i + 2] * factor);
            levels[i + 3] = level(alpha);
        }
    }

    private void convert(ColourProfile from) {
        if (channels == RGBA) {
            from.convertRgba(levels);
        } else {
            from.convert(levels, channels == GREY ? line : levels);
        }
    }

    private void spread() {
        for (int i = 0, out = 0; i < levels.length; i++, out += RGB) {
            line[out] = levels[i];
            line[out + 1] = levels[i];
            line[out + 2] = levels[i];
        }
    }

    private void layOnWhite() {
        for (int in = 0, out = 0; in < levels.length; in += RGBA, out += RGB) {
            var alpha = levels[in + 3] & 0xff;
            for (var colour = 0; colour < RGB; colour++) {
                var laid = (levels[in + colour] & 0xff) * alpha + 255 * (255 - alpha);
                line[out + colour] = (byte) ((laid + 127) / 255);
            }
        }
    }

    /// Within 0 to 255: at an edge a filter goes a little beyond on either side.
    private static byte level(float sample) {
        return (byte) Math.clamp((int) (sample + 0.5f), 0, 255);
    }
}
