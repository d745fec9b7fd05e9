package dev.slipway.uppy;

import dev.slipway.problem.Problem;

/// The token has started as many uploads as it permits.
record TokenUsedUp(int limit) implements Problem {

    @Override
    public int status() {
        return 403;
    }

    @Override
    public String detail() {
        return "This page may start %d uploads, and has: load it again.".formatted(limit);
    }
}
