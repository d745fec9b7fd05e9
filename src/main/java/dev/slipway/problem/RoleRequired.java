package dev.slipway.problem;

/// The caller is known but lacks the role for this call.
record RoleRequired() implements Problem {

    @Override
    public int status() {
        return 403;
    }

    @Override
    public String detail() {
        return "Your token lacks the role that this call needs.";
    }
}
