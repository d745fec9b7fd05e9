package dev.slipway.storage;

/// A part that has arrived. `number` counts from 1, `size` in bytes, `etag` without quotes.
public record Part(int number, String etag, long size) {}
