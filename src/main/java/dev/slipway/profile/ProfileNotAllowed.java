package dev.slipway.profile;

import dev.slipway.problem.Problem;
import java.util.List;

/// The caller has none of the profile's roles.
public record ProfileNotAllowed(String profile, List<String> roles) implements Problem {

    @Override
    public int status() {
        return 403;
    }

    @Override
    public String detail() {
        return "The upload profile '%s' is for %s only."
                .formatted(profile, String.join(", ", roles));
    }
}
