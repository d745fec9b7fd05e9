package dev.slipway.image.jdk;

import dev.slipway.image.Orientation;

/// Where the pixels of a stored picture are shown (Exif 3.0, 4.6.4.1), counting the shown
/// picture's pixels as one reads: the first stored pixel at `start`, each next of a stored row
/// `alongRow` further, and each next of a stored column `alongColumn`.
record Turned(int width, int height, long start, long alongRow, long alongColumn) {

    static Turned of(int storedWidth, int storedHeight, int orientation) {
        var swaps = Orientation.swapsSides(orientation);
        var width = swaps ? storedHeight : storedWidth;
        var height = swaps ? storedWidth : storedHeight;
        var last = width - 1;
        var bottom = (long) (height - 1) * width;
        return switch (orientation) {
            case 1 -> new Turned(width, height, 0, 1, width);
            case 2 -> new Turned(width, height, last, -1, width);
            case 3 -> new Turned(width, height, bottom + last, -1, -width);
            case 4 -> new Turned(width, height, bottom, 1, -width);
            case 5 -> new Turned(width, height, 0, width, 1);
            case 6 -> new Turned(width, height, last, width, -1);
            case 7 -> new Turned(width, height, bottom + last, -width, -1);
            case 8 -> new Turned(width, height, bottom, -width, 1);
            default -> throw new IllegalArgumentException("not an orientation: " + orientation);
        };
    }
}
