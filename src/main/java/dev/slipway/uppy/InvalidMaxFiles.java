package dev.slipway.uppy;

import dev.slipway.problem.Problem;

/// A token permits at least one upload and at most `limit`.
record InvalidMaxFiles(int maxFiles, int limit) implements Problem {

    @Override
    public int status() {
        return 422;
    }

    @Override
    public String detail() {
        return "A token is for 1 to %d files, not %d.".formatted(limit, maxFiles);
    }
}
