package dev.slipway.upload;

import dev.slipway.problem.Problem;

/// The caller may see the file but not replace it.
record ReplaceNotAllowed() implements Problem {

    @Override
    public int status() {
        return 403;
    }

    @Override
    public String detail() {
        return "Only an admin may replace the content of this file.";
    }
}
