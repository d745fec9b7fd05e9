package dev.slipway.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HexFormat;

/// What the scanners of these tests take for malware: a harmless sentence that no other scanner
/// knows.
final class Marker {

    static final String NAME = "Slipway.Test.Marker";

    private static final String TEXT = "a sentence that the tests of Slipway call malware";

    private final StringBuilder seen = new StringBuilder();
    private boolean found;

    static byte[] bytes() {
        return TEXT.getBytes(ISO_8859_1);
    }

    /// The line of an extended signature database (`.ndb`) of ClamAV: name, any kind of file,
    /// any place, and the bytes.
    static String signature() {
        return "%s:0:*:%s\n".formatted(NAME, HexFormat.of().formatHex(bytes()));
    }

    /// Looks for it in a stream, piece by piece.
    void look(byte[] piece, int length) {
        seen.append(new String(piece, 0, length, ISO_8859_1));
        found |= seen.indexOf(TEXT) >= 0;
        seen.delete(0, Math.max(0, seen.length() - TEXT.length()));
    }

    boolean isFound() {
        return found;
    }
}
