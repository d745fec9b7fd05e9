package dev.slipway.upload;

import dev.slipway.problem.Problem;
import java.time.Instant;

/// The form has expired and no bytes have arrived.
record UploadExpired(Instant expiresAt) implements Problem {

    @Override
    public int status() {
        return 410;
    }

    @Override
    public String detail() {
        return "The upload was to arrive by " + expiresAt + " and did not. Start again.";
    }
}
