package dev.slipway.image;

import java.awt.Rectangle;

/// What a file's container says, before the orientation is applied: the canvas of `width` by
/// `height`, and where on it the first (mostly the only) frame lies. `decodeBytes` is what
/// ImageIO takes to decode that frame.
public record Layout(
        String format,
        int width,
        int height,
        Rectangle frame,
        int orientation,
        boolean alpha,
        int frames,
        boolean progressive,
        long decodeBytes) {

    static Layout still(
            String format,
            int width,
            int height,
            int orientation,
            boolean alpha,
            boolean progressive,
            long decodeBytes) {
        var frame = new Rectangle(width, height);
        return new Layout(
                format, width, height, frame, orientation, alpha, 1, progressive, decodeBytes);
    }

    public ImageHeader header() {
        var swaps = Orientation.swapsSides(orientation);
        return new ImageHeader(
                format,
                swaps ? height : width,
                swaps ? width : height,
                orientation,
                alpha,
                frames,
                progressive,
                decodeBytes);
    }

    public boolean frameIsCanvas() {
        return frame.equals(new Rectangle(width, height));
    }
}
