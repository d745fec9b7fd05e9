package dev.slipway.uppy;

import dev.slipway.problem.Problem;

/// The token is for another profile than the one that was asked for.
record TokenForProfile(String profile) implements Problem {

    @Override
    public int status() {
        return 403;
    }

    @Override
    public String detail() {
        return "This page may upload to the profile '%s' only.".formatted(profile);
    }
}
