package dev.slipway.multipart;

import dev.slipway.problem.Problem;

/// The upload has ended, so no part can come any more; `state` is what it is now.
record NotPending(String state) implements Problem {

    @Override
    public int status() {
        return 409;
    }

    @Override
    public String detail() {
        return "No part can come any more: the upload is " + state + ".";
    }
}
