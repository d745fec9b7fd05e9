package dev.slipway.image;

/// How a picture fits a width. Neither enlarges it.
public enum Fit {
    /// Scaled to the width, its ratio kept.
    WIDTH,
    /// A square of the width, or of the picture's shorter side when that is less: scaled to
    /// cover it and cut evenly on both sides.
    SQUARE
}
