package dev.slipway.delivery;

import dev.slipway.problem.Problem;

/// A query parameter has a value that it cannot have; `expected` says what it takes.
record InvalidParameter(String parameter, String expected) implements Problem {

    @Override
    public int status() {
        return 400;
    }

    @Override
    public String detail() {
        return "The parameter '%s' takes %s.".formatted(parameter, expected);
    }
}
