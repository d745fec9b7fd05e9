package dev.slipway.upload;

import dev.slipway.problem.Problem;

/// Only a service starts in the name of somebody else.
record OwnerNotAllowed() implements Problem {

    @Override
    public int status() {
        return 403;
    }

    @Override
    public String detail() {
        return "Only the role 'service' may start for another owner.";
    }
}
