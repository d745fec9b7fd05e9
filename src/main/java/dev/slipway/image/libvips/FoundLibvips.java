package dev.slipway.image.libvips;

/// What came of looking for libvips: it is there and to be trusted, or the reason why not.
public sealed interface FoundLibvips permits UsableLibvips, UnusableLibvips {}
