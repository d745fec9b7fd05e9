package dev.slipway.image;

/// How a rendering ended.
public sealed interface Rendering permits Rendered, ImageRefusal {}
