package dev.slipway.image.jdk;

/// Lines of a PNG as samples of 0 to 255: of whatever depth and kind of colour (W3C PNG, third
/// edition, 6.1), grey, RGB or premultiplied RGBA comes out.
final class PngPixels {

    private static final int OPAQUE = 255;

    private final PngHead head;
    private final int channels;
    private final float scale;
    private final int max;
    private final float[] palette;

    PngPixels(PngHead head) {
        this.head = head;
        this.max = (1 << head.depth()) - 1;
        this.scale = 255f / max;
        var transparent = head.transparency().hasRemaining();
        this.channels =
                switch (head.colour()) {
                    case PngHead.GREY -> transparent ? 4 : 1;
                    case PngHead.RGB, PngHead.PALETTE -> transparent ? 4 : 3;
                    default -> 4;
                };
        this.palette = head.colour() == PngHead.PALETTE ? palette(head, channels) : new float[0];
    }

    int channels() {
        return channels;
    }

    /// The first `pixels` pixels of a line.
    void read(byte[] line, int pixels, float[] samples) {
        if (head.colour() == PngHead.PALETTE) {
            look(line, pixels, samples);
        } else if (channels == head.samples()) {
            plain(line, pixels, samples);
        } else if (head.colour() == PngHead.GREY_ALPHA) {
            greyAlpha(line, pixels, samples);
        } else {
            keyed(line, pixels, samples);
        }
        if (head.colour() == PngHead.RGBA) {
            premultiply(samples, pixels);
        }
    }

    private void plain(byte[] line, int pixels, float[] samples) {
        if (head.depth() == 8) {
            for (var i = 0; i < pixels * channels; i++) {
                samples[i] = line[i] & 0xff;
            }
        } else {
            for (var i = 0; i < pixels * channels; i++) {
                samples[i] = sample(line, i) * scale;
            }
        }
    }

    private void greyAlpha(byte[] line, int pixels, float[] samples) {
        for (int i = 0, out = 0; i < pixels; i++, out += 4) {
            var grey = sample(line, 2 * i) * scale;
            var alpha = sample(line, 2 * i + 1) * scale;
            set(samples, out, grey * alpha / OPAQUE, alpha);
        }
    }

    /// One colour stands for transparent.
    private void keyed(byte[] line, int pixels, float[] samples) {
        var stored = head.samples();
        for (int i = 0, out = 0; i < pixels; i++, out += 4) {
            var isKey = true;
            for (var colour = 0; colour < 3; colour++) {
                var at = stored == 1 ? 0 : colour;
                var sample = sample(line, i * stored + at);
                isKey &= sample == key(at);
                samples[out + colour] = sample * scale;
            }
            samples[out + 3] = OPAQUE;
            if (isKey) {
                set(samples, out, 0, 0);
            }
        }
    }

    private int key(int sample) {
        var key = head.transparency();
        return key.limit() < 2 * sample + 2 ? -1 : (key.getShort(2 * sample) & max);
    }

    private void look(byte[] line, int pixels, float[] samples) {
        for (int i = 0, out = 0; i < pixels; i++, out += channels) {
            var at = Math.min(sample(line, i) * channels, palette.length - channels);
            System.arraycopy(palette, at, samples, out, channels);
        }
    }

    private int sample(byte[] line, int i) {
        return switch (head.depth()) {
            case 8 -> line[i] & 0xff;
            case 16 -> (line[2 * i] & 0xff) << 8 | (line[2 * i + 1] & 0xff);
            default -> {
                var bit = i * head.depth();
                yield (line[bit >> 3] >> (8 - head.depth() - (bit & 7))) & max;
            }
        };
    }

    private static void premultiply(float[] samples, int pixels) {
        for (var i = 0; i < 4 * pixels; i += 4) {
            var factor = samples[i + 3] / OPAQUE;
            samples[i] *= factor;
            samples[i + 1] *= factor;
            samples[i + 2] *= factor;
        }
    }

    private static void set(float[] samples, int at, float grey, float alpha) {
        samples[at] = grey;
        samples[at + 1] = grey;
        samples[at + 2] = grey;
        samples[at + 3] = alpha;
    }

    private static float[] palette(PngHead head, int channels) {
        var colours = head.palette().limit() / 3;
        var samples = new float[colours * channels];
        for (var i = 0; i < colours; i++) {
            var alphas = head.transparency();
            var alpha = i < alphas.limit() ? alphas.get(i) & 0xff : OPAQUE;
            for (var colour = 0; colour < 3; colour++) {
                var level = head.palette().get(3 * i + colour) & 0xff;
                samples[i * channels + colour] = level * alpha / (float) OPAQUE;
            }
            if (channels == 4) {
                samples[i * channels + 3] = alpha;
            }
        }
        return samples;
    }
}
