package dev.slipway.image.libvips;

import dev.slipway.image.Refused;

/// What the pixels of a picture are made of: so many numbers of so many bytes each.
record Samples(int bands, int bytes, boolean cmyk) {

    static Samples of(VipsImage image) {
        return new Samples(image.bands(), image.sampleBytes(), image.isCmyk());
    }

    int bytesPerPixel() {
        return bands * bytes;
    }

    /// Refuses what is measured and not seen: three colours and how opaque they are are four
    /// bands, and those of a print are five.
    void check() throws Refused {
        if (bands > (cmyk ? 5 : 4)) {
            throw Refused.unsupported(
                    "The picture has " + bands + " bands, which are not those of colours.");
        }
    }
}
