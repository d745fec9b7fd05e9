package dev.slipway.sniff;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a document begins with: byte order mark, white space, comments, processing
/// instructions, document type, first element.
final class Prologue {

    private static final String HTML = "text/html";
    private static final String XML = "application/xml";
    private static final String SVG = "image/svg+xml";

    /// A byte order mark as UTF-16 and UTF-8 readers see it, and as ISO-8859-1 shows it.
    private static final String MARKS = "\uFEFF\u00EF\u00BB\u00BF";

    private static final Set<String> HTML_ELEMENTS =
            Set.of(
                    "a",
                    "applet",
                    "article",
                    "audio",
                    "b",
                    "base",
                    "body",
                    "br",
                    "button",
                    "center",
                    "div",
                    "embed",
                    "font",
                    "footer",
                    "form",
                    "frame",
                    "frameset",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "head",
                    "header",
                    "hr",
                    "html",
                    "i",
                    "iframe",
                    "img",
                    "input",
                    "link",
                    "main",
                    "marquee",
                    "meta",
                    "nav",
                    "noscript",
                    "object",
                    "p",
                    "pre",
                    "script",
                    "section",
                    "span",
                    "style",
                    "table",
                    "template",
                    "textarea",
                    "title",
                    "ul",
                    "video");

    private Prologue() {}

    /// The type of the markup that `text` begins with, or empty when it begins with none. An
    /// element of an unknown name counts as XML where the text is `certain`ly a text and not
    /// one of several readings of some bytes.
    static Optional<String> typeOf(String text, boolean certain) {
        Optional<String> seen = Optional.empty();
        var at = skipSpace(text, 0);
        while (text.startsWith("<", at)) {
            if (text.startsWith("<!--", at)) {
                // a comment makes it HTML for browsers, unless something clearer follows
                seen = seen.or(() -> Optional.of(HTML));
                at = skipSpace(text, after(text, "-->", at + 4));
            } else if (text.startsWith("<?=", at)) {
                return Optional.of("application/x-httpd-php");
            } else if (text.startsWith("<?", at)) {
                seen = certain || startsWith(text, "<?xml", at) ? Optional.of(XML) : seen;
                at = skipSpace(text, after(text, "?>", at + 2));
            } else if (startsWith(text, "<!doctype", at)) {
                return Optional.of(ofDocumentType(text, skipSpace(text, at + 9)));
            } else {
                var xml = seen.filter(XML::equals);
                return ofElement(text, at + 1, certain || xml.isPresent()).or(() -> xml);
            }
        }
        return seen;
    }

    private static String ofDocumentType(String text, int at) {
        var name = text.substring(at, nameEnd(text, at)).toLowerCase(Locale.ROOT);
        return name.equals("html") ? HTML : name.equals("svg") ? SVG : XML;
    }

    private static Optional<String> ofElement(String text, int at, boolean anyName) {
        var end = nameEnd(text, at);
        if (end == at || (end < text.length() && !isTagBoundary(text.charAt(end)))) {
            return Optional.empty();
        }
        var name = text.substring(at, end).toLowerCase(Locale.ROOT);
        var local = name.substring(name.indexOf(':') + 1);
        if (local.equals("svg")) {
            return Optional.of(SVG);
        }
        if (HTML_ELEMENTS.contains(local)) {
            return Optional.of(HTML);
        }
        return anyName ? Optional.of(XML) : Optional.empty();
    }

    /// Where the content begins, behind byte order marks and white space from `at`.
    static int skipSpace(String text, int at) {
        var i = at;
        while (i < text.length()
                && (isSpace(text.charAt(i)) || MARKS.indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        return i;
    }

    /// Where a script begins, behind white space and `//` and `/* */` comments.
    static int skipScriptComments(String text) {
        var at = skipSpace(text, 0);
        while (true) {
            if (text.startsWith("//", at)) {
                at = skipSpace(text, after(text, "\n", at));
            } else if (text.startsWith("/*", at)) {
                at = skipSpace(text, after(text, "*/", at + 2));
            } else {
                return at;
            }
        }
    }

    private static int after(String text, String end, int at) {
        var found = text.indexOf(end, at);
        return found < 0 ? text.length() : found + end.length();
    }

    private static int nameEnd(String text, int at) {
        var end = at;
        while (end < text.length() && isNameChar(text.charAt(end), end == at)) {
            end++;
        }
        return end;
    }

    private static boolean isNameChar(char c, boolean first) {
        return Character.isLetter(c)
                || c == '_'
                || (!first && (Character.isDigit(c) || c == '-' || c == '.' || c == ':'));
    }

    private static boolean isTagBoundary(char c) {
        return isSpace(c) || c == '/' || c == '>';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static boolean startsWith(String text, String prefix, int at) {
        return text.regionMatches(true, at, prefix, 0, prefix.length());
    }
}
