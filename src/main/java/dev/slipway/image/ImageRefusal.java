package dev.slipway.image;

import java.util.Set;

/// Why a picture is not rendered. `code` is for programs and one of the three constants;
/// `detail` is a sentence for people.
public record ImageRefusal(String code, String detail) implements Inspection, Rendering {

    /// No format that this engine reads, or a kind of it that it does not.
    public static final String UNSUPPORTED_FORMAT = "unsupported_format";

    /// The right format, but broken or cut off.
    public static final String CORRUPT_IMAGE = "corrupt_image";

    /// More pixels than the limit, or than the memory allows.
    public static final String TOO_MANY_PIXELS = "too_many_pixels";

    private static final Set<String> CODES =
            Set.of(UNSUPPORTED_FORMAT, CORRUPT_IMAGE, TOO_MANY_PIXELS);

    public ImageRefusal {
        if (!CODES.contains(code)) {
            throw new IllegalArgumentException("not a refusal of a picture: " + code);
        }
    }
}
