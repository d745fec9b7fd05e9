package dev.slipway.lifecycle;

import org.jspecify.annotations.Nullable;

/// The application's record that a file belongs to, such as `order/42`.
public record ClaimRequest(@Nullable String reference) {}
