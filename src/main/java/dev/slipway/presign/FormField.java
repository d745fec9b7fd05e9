package dev.slipway.presign;

/// A field of a form as it was received.
public record FormField(String name, String value) {}
