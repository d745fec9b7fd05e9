package dev.slipway.storage;

import dev.slipway.problem.RetryLater;

/// The storage did not answer, or not as it should. Nothing was changed: try again.
/// `retryAfter` in seconds.
public record StorageUnavailable(int retryAfter) implements RetryLater {

    public StorageUnavailable() {
        this(5);
    }

    @Override
    public int status() {
        return 503;
    }

    @Override
    public String detail() {
        return "The storage does not answer at the moment. Nothing was changed; please try again.";
    }
}
