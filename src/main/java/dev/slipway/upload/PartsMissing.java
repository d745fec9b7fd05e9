package dev.slipway.upload;

import dev.slipway.problem.Problem;

/// Not all of the named parts have arrived as they were named: ask for the list of parts.
record PartsMissing() implements Problem {

    @Override
    public int status() {
        return 409;
    }

    @Override
    public String detail() {
        return "Not all of these parts have arrived. Ask for the list of parts and send the rest.";
    }
}
