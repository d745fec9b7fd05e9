package dev.slipway.profile;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads settings and says which one is wrong: one that cannot be is an [IllegalStateException]
/// that names its property, all of which begin with `prefix`.
record PropertyCheck(String prefix) {

    static PropertyCheck ofProfile(String name) {
        return new PropertyCheck("slipway.profiles." + name + ".");
    }

    /// The setting, which throws an [IllegalArgumentException] when it cannot be.
    <T extends @Nullable Object> T checked(String property, Supplier<T> setting) {
        try {
            return setting.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(prefix + property + ": " + e.getMessage(), e);
        }
    }

    static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
