package dev.slipway.upload;

import dev.slipway.problem.Problem;

/// Not a key that can be kept.
record InvalidIdempotencyKey() implements Problem {

    @Override
    public int status() {
        return 422;
    }

    @Override
    public String detail() {
        return "An idempotency key is 1 to 255 visible ASCII characters.";
    }
}
