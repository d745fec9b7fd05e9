package dev.slipway.file;

/// Why something ended badly: a stable code and one readable sentence.
public record Failure(String code, String detail) {}
