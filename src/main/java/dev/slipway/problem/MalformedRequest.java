package dev.slipway.problem;

import org.jspecify.annotations.Nullable;

/// The body is not the JSON that this call takes. `member` is the path to the offending member,
/// where there is one.
public record MalformedRequest(@Nullable String member) implements Problem {

    @Override
    public int status() {
        return 400;
    }

    @Override
    public String detail() {
        return member == null
                ? "The request body is not the JSON object that this call takes."
                : "The member '" + member + "' has the wrong type or value, or is missing.";
    }
}
