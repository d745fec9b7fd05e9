package dev.slipway.file;

/// Announces that what somebody owns is to be forgotten: once when the erasure begins, and once
/// more with its last step, for what has come meanwhile. Fired inside the transaction.
public record OwnerErased(String owner) {}
