package dev.slipway.file;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What keeps a file, and what lets it go: `claim` is the application's record that it belongs
/// to, `legalHold` stops every deletion, `deleteAfter` is when it goes by itself; null is never.
public record Keeping(@Nullable String claim, boolean legalHold, @Nullable Instant deleteAfter) {}
