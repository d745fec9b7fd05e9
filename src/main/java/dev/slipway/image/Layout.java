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

    /// Two parsers may read one header differently; memory was promised for what ours said.
    public void checkFrameSize(int width, int height) throws Refused {
        if (width != frame.width || height != frame.height) {
            throw Refused.corrupt("The header is ambiguous about the picture's size.");
        }
    }

    public boolean frameIsCanvas() {
        return frame.equals(new Rectangle(width, height));
    }
}
