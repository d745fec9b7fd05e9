package dev.slipway.upload;

import dev.slipway.problem.Problem;

/// More bytes than the profile takes; both in bytes.
record TooLarge(long size, long limit) implements Problem {

    @Override
    public int status() {
        return 413;
    }

    @Override
    public String detail() {
        return "The file has %d bytes; the limit is %d.".formatted(size, limit);
    }
}
