package dev.slipway.file;

import java.util.UUID;

/// Announces that a file's row has changed; fired inside the transaction, so observe it
/// `AFTER_SUCCESS`, or within, to enqueue work that is there if and only if the change is.
public record FileChanged(UUID id) {}
