package dev.slipway.upload;

import dev.slipway.problem.Problem;

/// A re-upload follows the profile of the file it replaces.
record ProfileOfTarget(String profile) implements Problem {

    @Override
    public int status() {
        return 422;
    }

    @Override
    public String detail() {
        return "The file that is replaced has the profile '"
                + profile
                + "'; leave the profile out or name that one.";
    }
}
