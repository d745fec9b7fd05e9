package dev.slipway.upload;

import dev.slipway.problem.Problem;
import java.util.List;

/// The profile does not take this type.
record TypeNotAllowed(String fileType, List<String> allowed, String profile) implements Problem {

    @Override
    public int status() {
        return 422;
    }

    @Override
    public String detail() {
        return "The profile '%s' takes %s, not %s."
                .formatted(profile, String.join(", ", allowed), fileType);
    }
}
