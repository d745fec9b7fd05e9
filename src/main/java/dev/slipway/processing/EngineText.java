package dev.slipway.processing;

import dev.slipway.image.Capabilities;
import dev.slipway.image.OutputFormat;
import java.util.Locale;
import java.util.stream.Collectors;

/// What an engine can do, in words.
record EngineText(Capabilities able) {

    String sentence() {
        return "pictures are rendered by %s %s, which reads %s and writes %s%s"
                .formatted(
                        able.id(),
                        able.version(),
                        reads(),
                        writes(),
                        able.keeps().animation() ? ", animations too" : "");
    }

    String reads() {
        return able.readableTypes().stream()
                .map(type -> type.replace("image/", ""))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    String writes() {
        return able.writableFormats().stream()
                .filter(format -> format != OutputFormat.KEEP)
                .sorted()
                .map(format -> format.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
