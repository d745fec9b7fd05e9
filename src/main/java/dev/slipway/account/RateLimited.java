package dev.slipway.account;

import dev.slipway.problem.RetryLater;

/// More starts than the `limit` for each minute.
record RateLimited(int limit, int retryAfter) implements RetryLater {

    @Override
    public int status() {
        return 429;
    }

    @Override
    public String detail() {
        return "At most %d uploads may be started within a minute.".formatted(limit);
    }
}
