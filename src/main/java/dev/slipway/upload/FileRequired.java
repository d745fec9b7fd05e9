package dev.slipway.upload;

import dev.slipway.problem.Problem;

/// The form has no part of that name that is a file.
record FileRequired(String part) implements Problem {

    @Override
    public int status() {
        return 422;
    }

    @Override
    public String detail() {
        return "The form needs a part '" + part + "' that is a file.";
    }
}
