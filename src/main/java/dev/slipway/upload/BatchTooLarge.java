package dev.slipway.upload;

import dev.slipway.problem.Problem;

/// More starts at once than `limit`.
record BatchTooLarge(int size, int limit) implements Problem {

    @Override
    public int status() {
        return 422;
    }

    @Override
    public String detail() {
        return "A batch has at most %d files, not %d.".formatted(limit, size);
    }
}
