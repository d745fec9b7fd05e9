package dev.slipway.processing;

import dev.slipway.problem.Problem;
import org.jspecify.annotations.Nullable;

/// The file is no finished picture, or its profile has no such variant.
record NothingToProcess(@Nullable String variant) implements Problem {

    @Override
    public int status() {
        return 409;
    }

    @Override
    public String detail() {
        return variant == null
                ? "The file is no finished picture of which anything is made."
                : "The file is no finished picture with a variant '" + variant + "'.";
    }
}
