package dev.slipway.profile;

import dev.slipway.problem.Problem;

/// There is no profile of this name.
public record UnknownProfile(String profile) implements Problem {

    @Override
    public int status() {
        return 404;
    }

    @Override
    public String detail() {
        return "There is no upload profile '" + profile + "'.";
    }
}
