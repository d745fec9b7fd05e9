package dev.slipway.hook;

import dev.slipway.problem.Problem;

/// Somebody wants an address visited that is not one of Amazon SNS.
record InvalidSubscription() implements Problem {

    @Override
    public int status() {
        return 422;
    }

    @Override
    public String detail() {
        return "A subscription is confirmed only at https://sns.<region>.amazonaws.com/.";
    }
}
