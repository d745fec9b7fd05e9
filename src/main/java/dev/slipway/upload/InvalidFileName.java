package dev.slipway.upload;

import dev.slipway.problem.Problem;

/// The file's name cannot be kept: `reason` says why.
record InvalidFileName(String reason) implements Problem {

    @Override
    public int status() {
        return 422;
    }

    @Override
    public String detail() {
        return "The file name cannot be used: " + reason + ".";
    }
}
