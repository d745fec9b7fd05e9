package dev.slipway.problem;

import java.util.Locale;

/// A refusal to a client: one record per refusal. Its components become the extension members
/// of the problem document (RFC 9457), in snake_case, so they are the figures that explain the
/// refusal.
///
/// Throw it as `throw new TooLarge(limit, size).refusal()`.
public interface Problem {

    /// The HTTP status.
    int status();

    /// One readable sentence for this very case.
    String detail();

    /// The stable name that clients compare, derived from the record's: `TooLarge` →
    /// `too_large`.
    default String code() {
        return getClass()
                .getSimpleName()
                .replaceAll("(?<!^)([A-Z])", "_$1")
                .toLowerCase(Locale.ROOT);
    }

    /// The code in words; the same for every occurrence.
    default String title() {
        var words = code().replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /// This problem as the one exception that carries them all.
    default Refusal refusal() {
        return new Refusal(this);
    }
}
