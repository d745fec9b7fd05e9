package dev.slipway.upload;

import dev.slipway.file.FileState;
import dev.slipway.problem.Problem;

/// The bytes have come already: there is nothing to renew.
record NotPending(FileState state) implements Problem {

    @Override
    public int status() {
        return 409;
    }

    @Override
    public String detail() {
        return "The upload is " + state.wireName() + ": only a pending one can be renewed.";
    }
}
