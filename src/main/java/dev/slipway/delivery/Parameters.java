package dev.slipway.delivery;

import org.jspecify.annotations.Nullable;

/// Reads query parameters, refusing what they cannot be.
final class Parameters {

    private Parameters() {}

    /// Null when nothing is said. A NUL cannot be in any name that we keep.
    static @Nullable String text(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.indexOf('\0') >= 0) {
            throw new InvalidParameter(name, "a text without NUL").refusal();
        }
        return text;
    }

    static int number(String name, @Nullable String text, int absent, int least, int most) {
        if (text == null || text.isBlank()) {
            return absent;
        }
        try {
            var number = Integer.parseInt(text.strip());
            if (number >= least) {
                return Math.min(number, most);
            }
        } catch (NumberFormatException e) {
            // refused below, together with numbers that are too small
        }
        throw new InvalidParameter(name, "a whole number from " + least + " to " + most).refusal();
    }
}
