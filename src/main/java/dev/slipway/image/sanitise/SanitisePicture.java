package dev.slipway.image.sanitise;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/// Writes a JPEG, PNG or WebP once more without its metadata: Exif with the position and the
/// camera's notes, XMP, IPTC, comments, the time, and whatever follows the picture. What is needed
/// to show it stays: the colour profile, and the orientation in an Exif block of nothing else.
///
/// Nothing is decoded, and no more than one small segment is held in memory. Doing it again
/// changes nothing.
public final class SanitisePicture {

    private static final Set<String> TYPES = Set.of("image/jpeg", "image/png", "image/webp");

    private SanitisePicture() {}

    /// Whether pictures of this type can be sanitised.
    public static boolean canBe(String mediaType) {
        return TYPES.contains(mediaType);
    }

    /// True when `target`, which must not be there yet, has less than `source`. False, and no
    /// `target`, when there is nothing to take out, or the file is no whole picture of such a
    /// type: that one is to be looked at by others.
    public static boolean sanitise(Path source, Path target) {
        try {
            try {
                write(source, target);
                if (Files.mismatch(source, target) >= 0) {
                    return true;
                }
            } catch (EOFException | NotAPicture e) {
                // as it is
            }
            Files.deleteIfExists(target);
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot sanitise " + source, e);
        }
    }

    private static void write(Path source, Path target) throws IOException {
        var orientation = Format.of(source).orientation(source);
        try (var in = reading(source);
                var out =
                        new DataOutputStream(
                                new BufferedOutputStream(Files.newOutputStream(target)))) {
            Format.of(source).copy(in, out, orientation);
        }
        if (Format.of(source) == Format.WEBP) {
            WebpChunks.writeSize(target);
        }
    }

    static DataInputStream reading(Path file) throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
    }
}
