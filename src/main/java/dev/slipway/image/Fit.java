package dev.slipway.image;

/// How a picture fits what a plan asks for. None enlarges it.
public enum Fit {
    /// Scaled to the width, its ratio kept.
    WIDTH,
    /// Scaled to fit into width by height, its ratio kept.
    CONTAIN,
    /// Width by height, or of that ratio and as large as the picture has it: scaled to cover it
    /// and cut evenly on both sides.
    COVER,
    /// The same with the width for a height.
    SQUARE;

    /// Whether something is cut off.
    public boolean crops() {
        return this == COVER || this == SQUARE;
    }

    boolean needsHeight() {
        return this == CONTAIN || this == COVER;
    }
}
