package dev.slipway.image.sanitise;

import dev.slipway.image.Layout;
import dev.slipway.image.ReadLayout;
import dev.slipway.image.Refused;
import dev.slipway.image.SourceStream;
import dev.slipway.image.sanitise.Sanitised.Clean;
import dev.slipway.image.sanitise.Sanitised.NotPossible;
import dev.slipway.image.sanitise.Sanitised.NothingToTakeOut;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/// Writes a JPEG, PNG or WebP once more without its metadata: Exif with the position and the
/// camera's notes, XMP, IPTC, comments, the time, thumbnails, and whatever follows the picture.
/// What is needed to show it stays: its data, byte by byte, the colour profile, and the
/// orientation in an Exif block of nothing else.
///
/// What comes out is the same picture beyond doubt, or nothing: only what our own readers take
/// for a whole picture is written, and they must read the same out of the clean one. Nothing is
/// decoded, and no more than one small segment is held in memory. Doing it again changes nothing.
public final class SanitisePicture {

    private static final String JPEG = "image/jpeg";
    private static final String PNG = "image/png";
    private static final String WEBP = "image/webp";
    private static final Set<String> TYPES = Set.of(JPEG, PNG, WEBP);

    private SanitisePicture() {}

    /// Whether pictures of this type can be sanitised.
    public static boolean canBe(String mediaType) {
        return TYPES.contains(mediaType);
    }

    /// From `source` to `target`, which must not be there yet.
    public static Sanitised sanitise(Path source, Path target) {
        try {
            var sanitised = decide(source, target);
            if (!(sanitised instanceof Clean)) {
                Files.deleteIfExists(target);
            }
            return sanitised;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot sanitise " + source, e);
        }
    }

    private static Sanitised decide(Path source, Path target) throws IOException {
        try {
            var layout = layout(source);
            write(source, layout, target);
            if (Files.mismatch(source, target) < 0) {
                return new NothingToTakeOut();
            }
            return isSame(layout, layout(target))
                    ? new Clean()
                    : new NotPossible("Without its metadata it would be another picture.");
        } catch (Refused e) {
            return new NotPossible(e.refusal().detail());
        } catch (EOFException e) {
            return new NotPossible("The file ends too early.");
        }
    }

    private static void write(Path source, Layout layout, Path target) throws IOException, Refused {
        try (var in = SourceStream.open(source);
                var out = CleanFile.create(target)) {
            switch (layout.format()) {
                case JPEG -> JpegSegments.copy(in, out, layout.orientation());
                case PNG -> PngChunks.copy(in, out, layout.orientation());
                case WEBP -> WebpChunks.copy(in, out, layout.orientation());
                default -> throw Refused.unsupported("This is neither a JPEG, PNG nor WebP.");
            }
        }
    }

    private static Layout layout(Path file) throws IOException, Refused {
        try (var in = SourceStream.open(file)) {
            return ReadLayout.of(in);
        }
    }

    /// But for the memory that it takes, which is told from the length of the file, too.
    private static boolean isSame(Layout one, Layout other) {
        return one.format().equals(other.format())
                && one.width() == other.width()
                && one.height() == other.height()
                && one.frame().equals(other.frame())
                && one.orientation() == other.orientation()
                && one.alpha() == other.alpha()
                && one.frames() == other.frames()
                && one.progressive() == other.progressive();
    }
}
