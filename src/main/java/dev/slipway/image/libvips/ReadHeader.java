package dev.slipway.image.libvips;

import dev.slipway.image.ImageHeader;
import dev.slipway.image.ImageLimits;
import dev.slipway.image.Orientation;
import dev.slipway.image.ReadLayout;
import dev.slipway.image.Refused;
import dev.slipway.image.SourceStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/// Reads the header of a file: our own way where we know the format, otherwise libvips'. No
/// pixels are decoded.
final class ReadHeader {

    private final Libvips vips;
    private final Set<Loader> loaders;

    ReadHeader(Libvips vips, Set<Loader> loaders) {
        this.vips = vips;
        this.loaders = loaders;
    }

    ImageHeader of(Path file, SourceStream in, ImageLimits limits) throws IOException, Refused {
        var brand = Brand.of(in);
        if (brand.filter(loaders::contains).isPresent()) {
            return read(file, brand.get(), in.length());
        }
        if (brand.isPresent()) {
            throw Refused.unsupported(
                    brand.get() + " files are not read by the libvips that is here.");
        }
        var header = ReadLayout.of(in, limits).header();
        return header.decodedIn(Weight.decoding(header));
    }

    private ImageHeader read(Path file, Loader loader, long size) throws Refused {
        try (var job = new Job(vips)) {
            var image = Picture.open(job, job.source(file), loader);
            var orientation = orientation(image);
            var swaps = Orientation.swapsSides(orientation);
            var samples = Samples.of(image);
            samples.check();
            var header =
                    new ImageHeader(
                            loader.mediaType(),
                            swaps ? image.height() : image.width(),
                            swaps ? image.width() : image.height(),
                            orientation,
                            image.hasAlpha(),
                            1,
                            false,
                            0);
            return header.decodedIn(Weight.decoding(header, samples) + size);
        } catch (LibvipsFailure e) {
            throw Blame.of(e, file);
        }
    }

    private static int orientation(VipsImage image) {
        var orientation = image.number(VipsImage.ORIENTATION, 1);
        return orientation >= 1 && orientation <= 8 ? orientation : 1;
    }
}
