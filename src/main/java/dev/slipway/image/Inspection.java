package dev.slipway.image;

/// What a look at the header found: a picture that can be rendered, or the reason why not.
public sealed interface Inspection permits ImageHeader, ImageRefusal {}
