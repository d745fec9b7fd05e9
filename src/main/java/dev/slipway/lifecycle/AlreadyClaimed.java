package dev.slipway.lifecycle;

import dev.slipway.problem.Problem;

/// Another record of the application has the file.
record AlreadyClaimed() implements Problem {

    @Override
    public int status() {
        return 409;
    }

    @Override
    public String detail() {
        return "The file belongs to another record already.";
    }
}
