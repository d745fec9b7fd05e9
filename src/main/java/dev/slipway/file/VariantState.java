package dev.slipway.file;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/// How far one variant is.
public enum VariantState {
    QUEUED,
    READY,
    FAILED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Converter(autoApply = true)
    static class Column implements AttributeConverter<VariantState, String> {

        @Override
        public String convertToDatabaseColumn(VariantState state) {
            return state.wireName();
        }

        @Override
        public VariantState convertToEntityAttribute(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }
}
