package dev.slipway.image;

import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.TreeMap;

/// What is broken in every way to see what an engine makes of it.
final class SmallPictures {

    private SmallPictures() {}

    /// Small pictures of every kind that is read.
    static Map<String, byte[]> all() {
        var noise = Painted.noise(40, 30, 7);
        return new TreeMap<>(
                Map.ofEntries(
                        Map.entry("jpeg", PictureFile.withExif(PictureFile.jpeg(noise), 6)),
                        Map.entry("progressive", PictureFile.jpeg(noise, 0.8f, true)),
                        Map.entry("cmyk", PictureFile.cmykJpeg(40, 30, 10, 200, 30, 40)),
                        Map.entry("png", PictureFile.png(noise)),
                        Map.entry(
                                "palette", PictureFile.png(Painted.halfTransparentPalette(40, 30))),
                        Map.entry(
                                "deep",
                                PictureFile.png(
                                        Painted.deepAlpha(40, 30, 1000, 20000, 3000, 40000))),
                        Map.entry("gif", PictureFile.gif(Painted.stripes(40, 30))),
                        Map.entry(
                                "frames",
                                PictureFile.gif(Painted.stripes(40, 30), Painted.stripes(20, 30))),
                        Map.entry("tiff", TiffFile.written(noise, "LZW", 0)),
                        Map.entry("tiles", TiffFile.written(noise, "Deflate", 16)),
                        Map.entry("tiffjpeg", TiffFile.written(noise, "JPEG", 0)),
                        Map.entry(
                                "fax",
                                TiffFile.written(
                                        new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_BINARY),
                                        "CCITT T.6",
                                        0)),
                        Map.entry("webp", PictureFile.resource("lossless-half-transparent.webp")),
                        Map.entry("vp8", PictureFile.resource("lossy-half-transparent.webp")),
                        Map.entry(
                                "animated",
                                PictureFile.resource("animated-small-first-frame.webp"))));
    }
}
