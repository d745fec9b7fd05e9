package dev.slipway.multipart;

import dev.slipway.problem.Problem;

/// The parts of this upload come with their SHA-256, all of them.
record PartChecksumRequired() implements Problem {

    @Override
    public int status() {
        return 422;
    }

    @Override
    public String detail() {
        return "Parts of this upload come with their SHA-256: ask with 'checksum_sha256', for one"
                + " part at a time.";
    }
}
