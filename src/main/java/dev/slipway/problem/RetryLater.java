package dev.slipway.problem;

/// A refusal that may not hold for long: it says after how many seconds another try makes
/// sense, in the document and in the `Retry-After` header.
public interface RetryLater extends Problem {

    int retryAfter();
}
