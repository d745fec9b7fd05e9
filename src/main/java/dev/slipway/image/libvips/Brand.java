package dev.slipway.image.libvips;

import dev.slipway.image.SourceStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/// Tells by the first bytes the formats that only libvips reads here: TIFF (TIFF 6.0, 2), and
/// what of the ISO base media files (ISO/IEC 14496-12, 4.3) are pictures, by their brands
/// (ISO/IEC 23008-12, 10; AV1 Image File Format, 4).
final class Brand {

    private static final int FTYP = 0x66747970;
    private static final int LARGEST_FTYP = 256;
    private static final Set<Integer> TIFF = Set.of(0x49492a00, 0x4d4d002a);
    private static final Set<Integer> AVIF = Set.of(0x61766966, 0x61766973);
    private static final Set<Integer> HEIC =
            Set.of(0x68656963, 0x68656978, 0x68657663, 0x68657678, 0x6865696d, 0x68656973);

    private Brand() {}

    static Optional<Loader> of(SourceStream in) throws IOException {
        try {
            in.seek(0);
            var first = in.readInt();
            if (TIFF.contains(first)) {
                return Optional.of(Loader.TIFF);
            }
            return in.readInt() == FTYP ? brand(in, first) : Optional.empty();
        } catch (EOFException e) {
            return Optional.empty();
        }
    }

    /// The first of the brands, the major one ahead, that says how the picture is encoded.
    private static Optional<Loader> brand(SourceStream in, int size) throws IOException {
        for (var at = 8; at + 4 <= Math.min(size, LARGEST_FTYP); at += 4) {
            var brand = in.readInt();
            if (AVIF.contains(brand)) {
                return Optional.of(Loader.AVIF);
            }
            if (HEIC.contains(brand)) {
                return Optional.of(Loader.HEIC);
            }
        }
        return Optional.empty();
    }
}
