package dev.slipway.image;

import java.awt.Rectangle;

/// What a file's container says, before the orientation is applied: the canvas of `width` by
/// `height`, and where on it the first (mostly the only) frame lies.
record Layout(
        String format,
        int width,
        int height,
        Rectangle frame,
        int orientation,
        boolean alpha,
        long decodeBytes) {

    Layout(String format, int width, int height, int orientation, boolean alpha, long decodeBytes) {
        this(format, width, height, new Rectangle(width, height), orientation, alpha, decodeBytes);
    }

    ImageHeader header() {
        return Orientation.swapsSides(orientation)
                ? new ImageHeader(format, height, width, orientation, alpha, decodeBytes)
                : new ImageHeader(format, width, height, orientation, alpha, decodeBytes);
    }

    boolean frameIsCanvas() {
        return frame.equals(new Rectangle(width, height));
    }
}
