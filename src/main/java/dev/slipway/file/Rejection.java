package dev.slipway.file;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;

/// Why an upload did not become a file: a stable code, one readable sentence, and the figures
/// that explain it. It is kept on the row, so asking again gets the same answer.
public record Rejection(String code, String detail, @JsonIgnore Map<String, Object> figures) {

    public Rejection {
        figures = Map.copyOf(figures);
    }
}
