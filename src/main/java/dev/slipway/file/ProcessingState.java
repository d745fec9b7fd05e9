package dev.slipway.file;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/// How far the variants of a picture are; `NONE` where there is nothing to do.
public enum ProcessingState {
    NONE,
    QUEUED,
    RUNNING,
    READY,
    FAILED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether nothing more will happen by itself.
    public boolean isOver() {
        return this != QUEUED && this != RUNNING;
    }

    @Converter(autoApply = true)
    static class Column implements AttributeConverter<ProcessingState, String> {

        @Override
        public String convertToDatabaseColumn(ProcessingState state) {
            return state.wireName();
        }

        @Override
        public ProcessingState convertToEntityAttribute(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }
}
