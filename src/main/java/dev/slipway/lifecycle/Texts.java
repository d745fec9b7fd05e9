package dev.slipway.lifecycle;

/// What a database can keep as text.
final class Texts {

    private Texts() {}

    /// Neither control characters, NUL above all, nor half a surrogate pair.
    static boolean canBeKept(String text) {
        return text.codePoints()
                .noneMatch(
                        c ->
                                Character.isISOControl(c)
                                        || Character.getType(c) == Character.SURROGATE);
    }
}
