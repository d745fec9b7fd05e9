package dev.slipway.upload;

import dev.slipway.problem.Problem;

/// Somebody cancelled the upload.
record UploadCancelled() implements Problem {

    @Override
    public int status() {
        return 410;
    }

    @Override
    public String detail() {
        return "The upload was cancelled.";
    }
}
