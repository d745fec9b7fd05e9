package dev.slipway.lifecycle;

import dev.slipway.file.FileState;
import dev.slipway.problem.Problem;

/// There is no file yet, or there never will be.
record NotFinished(FileState state) implements Problem {

    @Override
    public int status() {
        return 409;
    }

    @Override
    public String detail() {
        return "The upload is " + state.wireName() + ": it is no finished file.";
    }
}
