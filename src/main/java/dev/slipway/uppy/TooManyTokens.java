package dev.slipway.uppy;

import dev.slipway.problem.RetryLater;

/// So many tokens of the owner are still good.
record TooManyTokens(int limit, int retryAfter) implements RetryLater {

    @Override
    public int status() {
        return 429;
    }

    @Override
    public String detail() {
        return "%d tokens for pages are out already: wait until one has expired.".formatted(limit);
    }
}
