package dev.slipway.lifecycle;

import org.jspecify.annotations.Nullable;

/// Whether a file is held from now on.
public record LegalHoldRequest(@Nullable Boolean on) {}
