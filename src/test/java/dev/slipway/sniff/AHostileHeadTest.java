package dev.slipway.sniff;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A full head that is made to be slow to read: a beginning, then one piece again and again,
/// then an end that spoils the match. `·` stands for a space.
@DisplayName("D50: a hostile head")
class AHostileHeadTest {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final ContentSniffer SNIFFER = new ContentSniffer();

    @BeforeAll
    static void loadTheSignatures() {
        assertThat(SNIFFER.sniff(new byte[] {0})).isEqualTo(ContentSniffer.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "||, ·, ||",
                "||, &, ||",
                "||, |\"'=|, ||",
                "||, <, ||",
                "||, </, ||",
                "||, <!--, ||",
                "||, <!--->, ||",
                "||, <?x, ||",
                "||, <?php, ||",
                "||, <a·=, ||",
                "||, |// \n|, ||",
                "||, /**/, ||",
                "||, #!, ||",
                "#!, ·, \u0001",
                "<!doctype, ·, x",
                "x<!doctype, ·, x",
                "x, <!doctype·, x",
                "<?php, x, x",
                "x<, a, ||",
                "x<a, ·on, ||",
                "x<a, ·ona·, ||",
                "x<a·on, a, ||",
                "x<a·ona, ·, x",
                "x<a·=, ·, x",
                "x<a, =\", x",
                "x<a, =, x",
                "x, |<a\n on|, x",
                "import, ·, x;",
                "import·, a, ;",
                "import·, a·, ;",
                "import·a, ·, ;",
                "import·a, ·from, ;",
                "import·a, ·from·, x",
                "import·a·from, ·, x",
                "export, ·, x",
                "export·async, ·, x",
                "async, ·, x",
                "async·function, ·, x;",
                "function, ·, x;",
                "function·*, ·, x;",
                "function·a, a, ;",
                "function·a(, ·, ;",
                "function·a(, a, );",
                "function·a(), ·, ;",
                "!, ·, x",
                "!async, ·, x",
                "(, ·, x",
                "((, ·, x",
                "((, |a,|, )=",
                "(async, ·, x",
                "(), ·, x",
                "let, ·, ;",
                "let·, a, ;",
                "let·a, ·, ;",
                "let·a=, ·, ;"
            })
    void isReadAtOnce(String start, String piece, String end) {
        var text = head(start.replace('·', ' '), piece.replace('·', ' '), end);
        var asText = text.getBytes(ISO_8859_1);
        var asBytes = Arrays.copyOf(asText, ContentSniffer.HEAD);
        asBytes[ContentSniffer.HEAD - 1] = 0;
        var asUtf16 = Arrays.copyOf(text.getBytes(UTF_16LE), ContentSniffer.HEAD);

        for (var head : new byte[][] {asText, asBytes, asUtf16}) {
            assertThat(head).hasSize(ContentSniffer.HEAD);
            var type = assertTimeoutPreemptively(SOON, () -> SNIFFER.sniff(head));
            assertThat(type).isNotEmpty();
        }
    }

    private static String head(String start, String piece, String end) {
        var room = ContentSniffer.HEAD - start.length() - end.length();
        return start + piece.repeat(room / piece.length() + 1).substring(0, room) + end;
    }
}
