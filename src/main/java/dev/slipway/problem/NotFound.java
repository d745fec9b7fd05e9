package dev.slipway.problem;

/// Unknown, or somebody else's: the same answer, so that nobody can find out which ids exist.
public record NotFound() implements Problem {

    @Override
    public int status() {
        return 404;
    }

    @Override
    public String detail() {
        return "There is no such file.";
    }
}
