package dev.slipway.storage;

import dev.slipway.problem.Problem;

/// Not the base64 of a checksum; `length` in bytes.
record InvalidChecksum(String member, int length) implements Problem {

    @Override
    public int status() {
        return 422;
    }

    @Override
    public String detail() {
        return "'%s' takes the base64 of %d bytes.".formatted(member, length);
    }
}
