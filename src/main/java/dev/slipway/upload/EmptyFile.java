package dev.slipway.upload;

import dev.slipway.problem.Problem;

/// There is nothing to upload.
record EmptyFile() implements Problem {

    @Override
    public int status() {
        return 422;
    }

    @Override
    public String detail() {
        return "The file is empty.";
    }
}
