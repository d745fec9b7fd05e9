package dev.slipway.upload;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What became of each start, in order: a start answer, or `{"problem": {…}}`.
public record BatchAnswer(List<Item> results) {

    /// One of them.
    @Schema(oneOf = {StartAnswer.class, Refused.class})
    public sealed interface Item {}

    /// It was started.
    public record Started(@JsonUnwrapped StartAnswer answer) implements Item {}

    /// It was refused, with this problem document.
    public record Refused(Map<String, Object> problem) implements Item {}
}
