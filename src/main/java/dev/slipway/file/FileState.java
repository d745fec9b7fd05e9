package dev.slipway.file;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/// Where an upload stands. `VERIFYING` is a pending one whose verification takes long and goes
/// on as a job. Everything but these two and `FINISHED` is final; a finished file can still be
/// deleted.
public enum FileState {
    PENDING,
    VERIFYING,
    FINISHED,
    REJECTED,
    MERGED,
    EXPIRED,
    DELETED;

    /// Whether bytes may still become this file.
    public boolean isOpen() {
        return this == PENDING || this == VERIFYING;
    }

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Converter(autoApply = true)
    static class Column implements AttributeConverter<FileState, String> {

        @Override
        public String convertToDatabaseColumn(FileState state) {
            return state.wireName();
        }

        @Override
        public FileState convertToEntityAttribute(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }
}
