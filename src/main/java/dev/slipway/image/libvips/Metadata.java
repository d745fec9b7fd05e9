package dev.slipway.image.libvips;

import dev.slipway.image.Keeping;
import java.util.Set;

/// What of the fields that libvips carries beside the pixels is written with them.
final class Metadata {

    private static final Set<String> COPYRIGHT = Set.of("exif-ifd0-Artist", "exif-ifd0-Copyright");

    /// What an animation needs to be one.
    private static final Set<String> MOTION =
            Set.of(VipsImage.PAGE_HEIGHT, VipsImage.N_PAGES, "delay", "loop");

    private Metadata() {}

    /// A copy without all the rest.
    static VipsImage only(Keeping keeping, VipsImage image) throws LibvipsFailure {
        var copy = image.operation("copy").image();
        for (var field : copy.fields()) {
            if (!keeps(keeping, field)) {
                copy.remove(field);
            }
        }
        return copy;
    }

    private static boolean keeps(Keeping keeping, String field) {
        if (COPYRIGHT.contains(field)) {
            return keeping.copyright();
        }
        return field.equals(VipsImage.ICC_PROFILE)
                ? keeping.colourProfile()
                : MOTION.contains(field);
    }
}
