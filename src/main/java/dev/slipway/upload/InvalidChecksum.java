package dev.slipway.upload;

import dev.slipway.problem.Problem;

/// Not a base64 SHA-256.
record InvalidChecksum(String member) implements Problem {

    @Override
    public int status() {
        return 422;
    }

    @Override
    public String detail() {
        return "The member '" + member + "' takes the base64 of a SHA-256, 32 bytes.";
    }
}
