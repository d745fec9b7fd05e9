package dev.slipway.profile;

import dev.slipway.problem.Problem;

/// The profile does not let an upload ask for such variants: `wish` is the member, `allowed` says
/// what would be.
public record ImageWishNotAllowed(String profile, String wish, String allowed) implements Problem {

    @Override
    public int status() {
        return 422;
    }

    @Override
    public String detail() {
        return "Of `%s`, the upload profile '%s' allows %s.".formatted(wish, profile, allowed);
    }
}
