package dev.slipway.image;

/// The format that a variant is written in. Not every engine writes each ([Capabilities]).
public enum OutputFormat {
    /// JPEG stays JPEG; PNG stays PNG, and GIF becomes one (a still of its first frame); the
    /// others become PNG when they have transparency and JPEG otherwise. An animation that is
    /// kept becomes WebP.
    KEEP("", ""),
    /// Transparency is laid on white.
    JPEG("image/jpeg", ".jpg"),
    /// Transparency is kept, as by the formats below.
    PNG("image/png", ".png"),
    /// The only one that holds an animation.
    WEBP("image/webp", ".webp"),
    AVIF("image/avif", ".avif");

    private final String contentType;
    private final String extension;

    OutputFormat(String contentType, String extension) {
        this.contentType = contentType;
        this.extension = extension;
    }

    /// What this comes to for a picture: never [#KEEP]. `animated`: all its frames are wanted,
    /// there is more than one, and the engine can.
    public OutputFormat of(ImageHeader header, boolean animated) {
        if (this != KEEP) {
            return this;
        }
        if (animated) {
            return WEBP;
        }
        return switch (header.format()) {
            case "image/jpeg" -> JPEG;
            case "image/png", "image/gif" -> PNG;
            default -> header.alpha() ? PNG : JPEG;
        };
    }

    public String contentType() {
        return written(contentType);
    }

    /// With its dot.
    public String extension() {
        return written(extension);
    }

    private static String written(String text) {
        if (text.isEmpty()) {
            throw new IllegalStateException("KEEP depends on the picture");
        }
        return text;
    }
}
