package dev.slipway.file;

import java.util.UUID;

/// Announces that there is a new row for an upload; fired inside the transaction that makes it.
public record FileStarted(UUID id) {}
