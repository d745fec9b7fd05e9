package dev.slipway.upload;

import dev.slipway.file.FileState;
import dev.slipway.problem.Problem;

/// The upload has ended without a file.
record UploadEnded(FileState state) implements Problem {

    @Override
    public int status() {
        return 410;
    }

    @Override
    public String detail() {
        return "The upload is " + state.wireName() + " and takes no bytes any more. Start again.";
    }
}
