package dev.slipway.multipart;

import dev.slipway.file.FileState;
import dev.slipway.problem.Problem;

/// The upload has ended or is being verified: there is nothing more to bring or to renew.
public record NotPending(FileState state) implements Problem {

    @Override
    public int status() {
        return 409;
    }

    @Override
    public String detail() {
        return "The upload is " + state.wireName() + ", not pending any more.";
    }
}
