package dev.slipway.multipart;

import dev.slipway.problem.Problem;

/// There is no such part in this upload; `most` is the highest number it can have.
record InvalidPart(String part, int most) implements Problem {

    @Override
    public int status() {
        return 422;
    }

    @Override
    public String detail() {
        return "'%s' is no part of this upload, which has parts 1 to %d.".formatted(part, most);
    }
}
