package dev.slipway.image.libvips;

/// There is none, or none to be trusted: `reason` is one sentence for the log.
public record UnusableLibvips(String reason) implements FoundLibvips {}
