package dev.slipway.image;

import java.nio.file.Path;

/// One written picture: `name` is its plan's, `size` is in bytes, `width` and `height` are
/// those of the file, which may be less than was asked for. `frames` is 1 for a still, also
/// for one of an animation.
public record RenderedVariant(
        String name, Path file, String contentType, long size, int width, int height, int frames) {}
