package dev.slipway.upload;

import dev.slipway.problem.Problem;

/// The file that a re-upload was for is gone.
record TargetDeleted() implements Problem {

    @Override
    public int status() {
        return 410;
    }

    @Override
    public String detail() {
        return "The file that was to be replaced has been deleted meanwhile.";
    }
}
