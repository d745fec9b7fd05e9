package dev.slipway.profile;

import dev.slipway.sniff.CanonicalType;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Media types as we compare and sign them: lower case, without parameters, without aliases.
public final class MediaTypes {

    public static final String UNKNOWN = "application/octet-stream";

    /// What runs in a page.
    private static final Set<String> RUNS =
            Set.of(
                    "text/html",
                    "application/xhtml+xml",
                    "image/svg+xml",
                    "application/xml",
                    "text/javascript");

    private static final String NAME = "[a-z0-9!#$&^_.+-]{1,63}";
    private static final Pattern TYPE = Pattern.compile(NAME + "/" + NAME);
    private static final Pattern WILDCARD = Pattern.compile("(" + NAME + "|\\*)/\\*");

    private MediaTypes() {}

    /// `Image/JPG; charset=x` → `image/jpeg`. What is not a media type becomes the unknown one.
    public static String normalise(String type) {
        var canonical = CanonicalType.of(type);
        return TYPE.matcher(canonical).matches() ? canonical : UNKNOWN;
    }

    /// A type or one of `image/*` and `*/*`, as configuration names them.
    static String pattern(String text) {
        var pattern = text.strip().toLowerCase(Locale.ROOT);
        if (WILDCARD.matcher(pattern).matches()) {
            return pattern;
        }
        if (TYPE.matcher(pattern).matches()) {
            return CanonicalType.of(pattern);
        }
        throw new IllegalArgumentException("not a media type: " + text);
    }

    /// Whether `type` is covered by `pattern`. What a browser would run has to be named in so
    /// many words: `image/*` is no SVG.
    static boolean matches(String pattern, String type) {
        if (pattern.equals(type)) {
            return true;
        }
        return pattern.endsWith("/*")
                && !RUNS.contains(type)
                && (pattern.equals("*/*")
                        || type.startsWith(pattern.substring(0, pattern.length() - 1)));
    }
}
