package dev.slipway.image.libvips;

/// The formats that are read, and libvips' names for what reads them: the operation, and the
/// class that all operations for the format belong to.
enum Loader {
    JPEG("image/jpeg", "jpegload_source", "VipsForeignLoadJpeg"),
    PNG("image/png", "pngload_source", "VipsForeignLoadPng"),
    GIF("image/gif", "gifload_source", "VipsForeignLoadNsgif"),
    WEBP("image/webp", "webpload_source", "VipsForeignLoadWebp"),
    TIFF("image/tiff", "tiffload_source", "VipsForeignLoadTiff"),
    HEIC("image/heic", "heifload_source", "VipsForeignLoadHeif"),
    AVIF("image/avif", "heifload_source", "VipsForeignLoadHeif");

    private final String mediaType;
    private final String operation;
    private final String type;

    Loader(String mediaType, String operation, String type) {
        this.mediaType = mediaType;
        this.operation = operation;
        this.type = type;
    }

    static Loader of(String mediaType) {
        for (var loader : values()) {
            if (loader.mediaType.equals(mediaType)) {
                return loader;
            }
        }
        throw new IllegalArgumentException("not read here: " + mediaType);
    }

    String mediaType() {
        return mediaType;
    }

    String extension() {
        return mediaType.substring("image/".length());
    }

    String operation() {
        return operation;
    }

    String type() {
        return type;
    }
}
