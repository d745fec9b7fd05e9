package dev.slipway.file;

import java.time.Instant;
import java.util.UUID;

/// Announces that a file will be deleted at `at`, because nobody has claimed it or its time is
/// over: once per file, and once more should that time be moved. Fired inside the transaction.
public record FileExpiring(UUID id, Instant at) {}
