package dev.slipway.sniff;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds what a browser or a server would run: markup, scripts, PHP. It errs on the side of
/// finding: a text that quotes `<script>` is refused as text, and may come as HTML where a
/// profile takes HTML.
final class ActiveContent {

    private static final String PHP = "application/x-httpd-php";
    private static final String SHELL = "application/x-sh";
    private static final String JAVASCRIPT = "text/javascript";

    // These read heads that somebody chose, so each takes linear time: what repeats is
    // possessive, or stops where the next attempt would begin.

    private static final Pattern SHEBANG = Pattern.compile("#![\\t -~]*+(?:[\\r\\n]|$)");

    private static final Pattern SERVER_SIDE =
            Pattern.compile("<\\?php\\b", Pattern.CASE_INSENSITIVE);

    /// Markup that matters wherever it stands: elements that run, load or redirect, event
    /// handlers and `javascript:` addresses.
    private static final Pattern EMBEDDED =
            Pattern.compile(
                    """
                    <(?:!doctype\\s++html|(?:html|head|body|script|noscript|iframe|frameset|frame\
                    |object|embed|applet|base|meta|link|style|form|template|svg|math)(?=[\\s/>]|$)\
                    |[a-z][^<>]*?[\\s/"']on[a-z]++\\s*+=\
                    |[a-z][^<>]*?=[\\s"']*+javascript:)""",
                    Pattern.CASE_INSENSITIVE);

    /// What a script with no other mark begins with. Plain text seldom does.
    private static final Pattern SCRIPT =
            Pattern.compile(
                    """
                    ["']use strict["']\
                    |import\\s*+(?:["'({*]|[\\w$][^;\\n]*?\\sfrom\\s*+["'])\
                    |export\\s++(?:default|const|class|(?:async\\s++)?+function)\\b\
                    |(?:async\\s++)?+function\\s*+(?:\\*\\s*+)?+[\\w$]*+\\s*+\\([^()]*+\\)\\s*+\\{\
                    |[!+;(-]\\s*+(?:async\\s++)?+function\\b\
                    |;?\\(\\s*+(?:async\\s*+)?+\\([\\w$,\\s]*+\\)\\s*+=>\
                    |(?:const|let|var)\\s++[\\w$]++\\s*+=\
                    \\s*+(?:require\\(|function\\b|\\(|document\\b)\
                    |(?:window|document|self|globalThis|console|module)\\.\\w\
                    |(?:alert|eval|importScripts|fetch|setTimeout)\\(""");

    private ActiveContent() {}

    /// The active type of a text, if it has one.
    static Optional<String> inText(String text) {
        return in(text, true);
    }

    /// The active type of bytes that are neither UTF-8 nor marked as UTF-16, if any reading of
    /// them has one.
    static Optional<String> inBytes(byte[] head) {
        // Every encoding but UTF-16 writes markup as ASCII does.
        return in(new String(head, StandardCharsets.ISO_8859_1), false)
                .or(() -> in(new String(head, StandardCharsets.UTF_16LE), false))
                .or(() -> in(new String(head, StandardCharsets.UTF_16BE), false));
    }

    private static Optional<String> in(String text, boolean certain) {
        if (startsWith(SHEBANG, text, Prologue.skipSpace(text, 0))) {
            return Optional.of(SHELL);
        }
        if (SERVER_SIDE.matcher(text).find()) {
            return Optional.of(PHP);
        }
        return Prologue.typeOf(text, certain)
                .or(
                        () ->
                                EMBEDDED.matcher(text).find()
                                        ? Optional.of("text/html")
                                        : Optional.empty())
                .or(
                        () ->
                                startsWith(SCRIPT, text, Prologue.skipScriptComments(text))
                                        ? Optional.of(JAVASCRIPT)
                                        : Optional.empty());
    }

    private static boolean startsWith(Pattern pattern, String text, int offset) {
        return pattern.matcher(text).region(offset, text.length()).lookingAt();
    }
}
