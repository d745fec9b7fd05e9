package dev.slipway.presign;

import java.util.List;
import java.util.Random;

/// Random texts.
final class Texts {

    private static final List<String> HOSTILE =
            List.of(
                    "",
                    "%",
                    "%%",
                    "%2",
                    "%zz",
                    "%ff",
                    "%00",
                    "%0A",
                    "+",
                    "=",
                    "==",
                    "&&",
                    ";",
                    "/",
                    "\ud800",
                    "\u0000",
                    "\r\n",
                    "ſ",
                    "İ",
                    "٣",
                    "X-Amz-Date",
                    "X-Amz-Expires=-0",
                    "X-Amz-Signature=",
                    "9".repeat(400),
                    "-" + Long.MAX_VALUE,
                    "host;host",
                    "host;;");

    private Texts() {}

    /// Any code points but surrogates.
    static String any(Random random, int min, int max) {
        var alphabets =
                List.of(
                        new int[] {0, 128}, new int[] {128, 0x800},
                        new int[] {0xe000, 0x10000}, new int[] {0x10000, 0x110000});
        var text = new StringBuilder();
        for (int i = random.nextInt(min, max + 1); i > 0; i--) {
            var alphabet = alphabets.get(random.nextInt(alphabets.size()));
            text.appendCodePoint(random.nextInt(alphabet[0], alphabet[1]));
        }
        return text.toString();
    }

    /// What a header may carry.
    static String ascii(Random random) {
        return random.ints(random.nextInt(40), ' ', 127)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// What makes readers of queries stumble.
    static String hostile(Random random) {
        return random.nextInt(3) == 0
                ? any(random, 1, 2000)
                : HOSTILE.get(random.nextInt(HOSTILE.size()));
    }
}
