package dev.slipway.account;

import dev.slipway.problem.Problem;

/// The owner has not so many bytes left; all in bytes.
record QuotaExceeded(long used, long limit, long requested) implements Problem {

    @Override
    public int status() {
        return 413;
    }

    @Override
    public String detail() {
        return "%d of %d bytes are used or reserved; %d more do not fit."
                .formatted(used, limit, requested);
    }
}
