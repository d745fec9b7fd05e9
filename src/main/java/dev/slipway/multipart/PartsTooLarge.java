package dev.slipway.multipart;

import dev.slipway.problem.Problem;

/// The parts that have arrived are more than the upload may have; both in bytes. It has ended.
record PartsTooLarge(long size, long limit) implements Problem {

    @Override
    public int status() {
        return 413;
    }

    @Override
    public String detail() {
        return "The parts have %d bytes; the limit is %d. The upload has ended."
                .formatted(size, limit);
    }
}
