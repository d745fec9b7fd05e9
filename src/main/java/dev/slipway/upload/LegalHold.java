package dev.slipway.upload;

import dev.slipway.problem.Problem;

/// Nobody may delete the file, whatever their role.
record LegalHold() implements Problem {

    @Override
    public int status() {
        return 409;
    }

    @Override
    public String detail() {
        return "A legal hold keeps the file.";
    }
}
