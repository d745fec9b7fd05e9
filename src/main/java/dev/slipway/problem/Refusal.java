package dev.slipway.problem;

import java.io.Serial;

/// Carries a [Problem] up to the one mapper. It has no stack trace: a refusal is an answer, not
/// a bug.
public final class Refusal extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Refusal(Problem problem) {
        super(problem.code() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
