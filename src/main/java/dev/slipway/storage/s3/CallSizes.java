package dev.slipway.storage.s3;

/// Up to which size, in bytes, an object is copied or written in one call, and the size of the
/// parts of larger ones.
record CallSizes(long largestAtOnce, long part) {

    /// S3 takes up to 5 GB at once and joins up to 10,000 parts: enough for 5 TB.
    static final CallSizes S3 = new CallSizes(5L << 30, 1L << 30);
}
