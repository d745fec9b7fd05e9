package dev.slipway.storage;

/// How a promotion ended.
public sealed interface Promotion {

    /// The bytes with the wanted ETag are at the wanted key.
    record Done() implements Promotion {}

    /// The source is not there (any more) with that ETag; nothing was done.
    record Swapped() implements Promotion {}

    /// This storage cannot copy on condition. It has copied whatever the source held to a key
    /// beside the wanted one, that nobody else writes to: judge the copy, it may be other bytes.
    record Unchecked(ObjectKey copy) implements Promotion {}
}
