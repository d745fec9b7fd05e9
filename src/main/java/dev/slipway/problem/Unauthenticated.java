package dev.slipway.problem;

/// No token, or one that does not hold.
record Unauthenticated() implements Problem {

    @Override
    public int status() {
        return 401;
    }

    @Override
    public String detail() {
        return "A valid Bearer token is needed.";
    }
}
