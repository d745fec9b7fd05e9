package dev.slipway.image;

/// The format that a variant is written in.
public enum OutputFormat {
    /// JPEG stays JPEG and PNG stays PNG; GIF becomes PNG (a still of its first frame); WebP
    /// becomes PNG when it has transparency and JPEG otherwise.
    KEEP,
    /// Transparency is laid on white.
    JPEG,
    /// Transparency is kept.
    PNG;

    /// What this comes to for a picture: never [#KEEP].
    OutputFormat of(ImageHeader header) {
        if (this != KEEP) {
            return this;
        }
        return switch (header.format()) {
            case "image/jpeg" -> JPEG;
            case "image/webp" -> header.alpha() ? PNG : JPEG;
            default -> PNG;
        };
    }

    String contentType() {
        return switch (this) {
            case JPEG -> "image/jpeg";
            case PNG -> "image/png";
            case KEEP -> throw new IllegalStateException("KEEP depends on the picture");
        };
    }

    String extension() {
        return switch (this) {
            case JPEG -> ".jpg";
            case PNG -> ".png";
            case KEEP -> throw new IllegalStateException("KEEP depends on the picture");
        };
    }
}
