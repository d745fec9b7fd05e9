package dev.slipway.upload;

import dev.slipway.problem.Problem;

/// Nobody can be called that.
record InvalidOwner() implements Problem {

    @Override
    public int status() {
        return 422;
    }

    @Override
    public String detail() {
        return "An owner is 1 to 255 characters, without control characters.";
    }
}
