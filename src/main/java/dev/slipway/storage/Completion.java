package dev.slipway.storage;

/// How the completion of a multipart upload ended.
public sealed interface Completion {

    /// The parts are one object now.
    record Done() implements Completion {}

    /// There is no such upload (any more): it was completed before, or aborted.
    record NoSuchUpload() implements Completion {}

    /// The storage does not join these parts: one is not there as it was said, or too small to
    /// be one of several (under 5 MiB on S3). `reason` is one readable sentence.
    record Refused(String reason) implements Completion {}
}
