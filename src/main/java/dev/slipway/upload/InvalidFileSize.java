package dev.slipway.upload;

import dev.slipway.problem.Problem;

/// The declared size is not a size.
record InvalidFileSize(long size) implements Problem {

    @Override
    public int status() {
        return 422;
    }

    @Override
    public String detail() {
        return "A file cannot have " + size + " bytes.";
    }
}
