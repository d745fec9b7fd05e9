package dev.slipway.image.libvips;

/// What two sizes must have in common for one to be made from the other.
///
/// - `animated`: all frames, or the first one
/// - `ownColours`: as the picture's profile explains them, or sRGB
record Look(boolean animated, boolean ownColours) {}
