package dev.slipway.file;

import java.util.UUID;

/// Announces that a file's row has changed; fired inside the transaction, so observe it
/// `AFTER_SUCCESS`.
public record FileChanged(UUID id) {}
