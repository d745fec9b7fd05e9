package dev.slipway.storage.local;

/// How a file comes in one piece.
public enum UploadMethod {
    /// A form, with a range of sizes.
    POST,
    /// The raw bytes, of exactly one size.
    PUT
}
