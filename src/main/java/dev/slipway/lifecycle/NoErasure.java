package dev.slipway.lifecycle;

import dev.slipway.problem.Problem;

/// There is no report for this owner.
record NoErasure() implements Problem {

    @Override
    public int status() {
        return 404;
    }

    @Override
    public String detail() {
        return "Nobody has asked to erase this owner.";
    }
}
