package dev.slipway.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The body is not the JSON that this call takes. `member` is the path to the offending member,
/// where there is one.
public record MalformedRequest(@Nullable String member) implements Problem {

    /// The body, which has to be there.
    public static <T> T given(@Nullable T body) {
        if (body == null) {
            throw new MalformedRequest(null).refusal();
        }
        return body;
    }

    /// Where the reader of the body stopped.
    public static MalformedRequest of(JacksonException e) {
        var where =
                e instanceof JsonMappingException mapping
                        ? mapping.getPath().stream()
                                .map(at -> at.getFieldName() == null ? "[]" : at.getFieldName())
                                .collect(Collectors.joining("."))
                        : "";
        return new MalformedRequest(where.isEmpty() ? null : where);
    }

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
