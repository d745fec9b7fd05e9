package dev.slipway.storage;

/// `length` bytes from `offset`, or fewer where the object ends.
public record ByteRange(long offset, long length) {

    public ByteRange {
        if (offset < 0 || length < 1) {
            throw new IllegalArgumentException("not a byte range: " + offset + "+" + length);
        }
    }

    public static ByteRange first(long length) {
        return new ByteRange(0, length);
    }
}
