package dev.slipway.image;

import java.util.Set;

/// Why a picture is not rendered. `code` is for programs and one of the constants; `detail` is
/// a sentence for people.
public record ImageRefusal(String code, String detail) implements Inspection, Rendering {

    /// No format that this engine reads, or a kind of it that it does not.
    public static final String UNSUPPORTED_FORMAT = "unsupported_format";

    /// A format that this engine does not write.
    public static final String UNSUPPORTED_OUTPUT = "unsupported_output";

    /// The right format, but broken or cut off.
    public static final String CORRUPT_IMAGE = "corrupt_image";

    /// More pixels than the limit, or than the memory allows.
    public static final String TOO_MANY_PIXELS = "too_many_pixels";

    /// An animation, to be kept, of more frames than the limit.
    public static final String TOO_MANY_FRAMES = "too_many_frames";

    private static final Set<String> CODES =
            Set.of(
                    UNSUPPORTED_FORMAT,
                    UNSUPPORTED_OUTPUT,
                    CORRUPT_IMAGE,
                    TOO_MANY_PIXELS,
                    TOO_MANY_FRAMES);

    public ImageRefusal {
        if (!CODES.contains(code)) {
            throw new IllegalArgumentException("not a refusal of a picture: " + code);
        }
    }
}
