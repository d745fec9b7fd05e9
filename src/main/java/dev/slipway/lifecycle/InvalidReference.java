package dev.slipway.lifecycle;

import dev.slipway.problem.Problem;

/// No reference at all, too long a one, or one that cannot be kept.
record InvalidReference(int limit) implements Problem {

    @Override
    public int status() {
        return 422;
    }

    @Override
    public String detail() {
        return "A reference is 1 to " + limit + " characters, no control characters among them.";
    }
}
