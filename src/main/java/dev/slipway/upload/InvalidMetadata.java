package dev.slipway.upload;

import dev.slipway.problem.Problem;

/// Metadata has keys or a size that cannot be kept: `reason` says which.
record InvalidMetadata(String reason) implements Problem {

    @Override
    public int status() {
        return 422;
    }

    @Override
    public String detail() {
        return "The metadata cannot be kept: " + reason + ".";
    }
}
