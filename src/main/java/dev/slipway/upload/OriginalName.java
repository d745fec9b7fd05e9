package dev.slipway.upload;

import org.jspecify.annotations.Nullable;

/// The name that a file has on the user's disk: 1 to 255 characters, no path, no control
/// characters.
record OriginalName(String value) {

    private static final int LONGEST = 255;

    OriginalName {
        var complaint = complaint(value);
        if (complaint != null) {
            throw new InvalidFileName(complaint).refusal();
        }
    }

    static OriginalName of(@Nullable String text) {
        return new OriginalName(text == null ? "" : text);
    }

    private static @Nullable String complaint(String name) {
        if (name.isBlank()) {
            return "it is missing";
        }
        if (name.codePointCount(0, name.length()) > LONGEST) {
            return "it is longer than " + LONGEST + " characters";
        }
        if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0 || name.matches("\\.{1,2}")) {
            return "it contains a path";
        }
        if (name.codePoints().anyMatch(OriginalName::isControl)) {
            return "it contains control characters";
        }
        return null;
    }

    /// Unpaired surrogates count too: they cannot be stored as UTF-8.
    private static boolean isControl(int codePoint) {
        var kind = Character.getType(codePoint);
        return kind == Character.CONTROL
                || kind == Character.LINE_SEPARATOR
                || kind == Character.PARAGRAPH_SEPARATOR
                || kind == Character.SURROGATE;
    }
}
