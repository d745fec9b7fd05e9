package dev.slipway.storage;

/// A kind of storage that `slipway.storage` can name: a bean that makes its [ObjectStore] when
/// it is the chosen one, and refuses with one clear sentence when a setting is missing.
public interface Backend {

    /// `local`, `s3`.
    String name();

    /// Opens the storage. Called once, when the server starts.
    ObjectStore open();
}
