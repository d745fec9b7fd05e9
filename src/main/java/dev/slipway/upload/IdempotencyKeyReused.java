package dev.slipway.upload;

import dev.slipway.problem.Problem;

/// The key stands for another start.
record IdempotencyKeyReused() implements Problem {

    @Override
    public int status() {
        return 422;
    }

    @Override
    public String detail() {
        return "This idempotency key came with another body before: each upload has its own key.";
    }
}
