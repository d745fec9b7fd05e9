package dev.slipway.account;

import dev.slipway.problem.RetryLater;

/// The owner has so many uploads open that it has to finish or cancel some first.
record TooManyPending(int limit, int retryAfter) implements RetryLater {

    @Override
    public int status() {
        return 429;
    }

    @Override
    public String detail() {
        return "%d uploads are open already: finish or cancel some first.".formatted(limit);
    }
}
