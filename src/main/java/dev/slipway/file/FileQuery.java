package dev.slipway.file;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which files are wanted; what is null does not matter. `nameBegins` is the beginning of the
/// original name; `before` is the last id of the page before.
public record FileQuery(
        @Nullable String owner,
        @Nullable FileState state,
        @Nullable String profile,
        @Nullable String nameBegins,
        @Nullable UUID before) {

    /// The wanted values by the condition that each stands for, as a format for its name.
    Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        putIfWanted(values, "owner = %s", owner);
        putIfWanted(values, "state = %s", state);
        putIfWanted(values, "profile = %s", profile);
        putIfWanted(values, "id < %s", before);
        if (nameBegins != null) {
            values.put(
                    "lower(originalFileName) like %s escape '!'",
                    nameBegins.toLowerCase(Locale.ROOT).replaceAll("[%_!]", "!$0") + "%");
        }
        return values;
    }

    private static void putIfWanted(
            Map<String, Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            values.put(condition, value);
        }
    }
}
