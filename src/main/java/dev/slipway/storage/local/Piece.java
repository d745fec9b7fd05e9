package dev.slipway.storage.local;

/// A blob as a piece of an object: all of its `size` bytes.
record Piece(String blob, long size) {}
