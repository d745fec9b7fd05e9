package dev.slipway.image;

/// What of a picture is handed on beside its pixels, as far as the engine can. Everything else,
/// positions above all, never is.
///
/// - `colourProfile`: its colours as they are, with the profile that explains them, instead of
///   sRGB without one
/// - `copyright`: who made it and who owns it (Exif's `Artist` and `Copyright`)
/// - `animation`: all frames instead of the first, in a format that can hold them
public record Keeping(boolean colourProfile, boolean copyright, boolean animation) {

    public static final Keeping NOTHING = new Keeping(false, false, false);

    public static final Keeping ANIMATION = new Keeping(false, false, true);
}
