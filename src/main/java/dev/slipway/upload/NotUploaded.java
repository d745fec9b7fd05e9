package dev.slipway.upload;

import dev.slipway.problem.RetryLater;

/// No bytes have arrived yet. `retryAfter` in seconds.
record NotUploaded(int retryAfter) implements RetryLater {

    @Override
    public int status() {
        return 409;
    }

    @Override
    public String detail() {
        return "The file has not been uploaded yet. Send it to the address of the start call first.";
    }
}
