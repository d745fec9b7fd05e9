package dev.slipway.presign;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The one encoding of a text that SigV4 signs: every byte of its UTF-8 as `%XX`, but
/// `A-Z a-z 0-9 - . _ ~`. However a sender has encoded it, it is brought into this form first.
final class UriEncoding {

    private static final String PLAIN =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private UriEncoding() {}

    static String encode(String text) {
        var encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            append(b, encoded);
        }
        return encoded.toString();
    }

    /// Decodes what is in this form.
    static String decode(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }

    /// Of a raw path; `/` separates and stays. Null when a `%` is not followed by two digits.
    static @Nullable String path(String raw) {
        return raw.isEmpty() ? "/" : normalize(raw, true);
    }

    /// Of a name or a value in a raw query, where `+` is a space to S3. Null as above.
    static @Nullable String queryPart(String raw) {
        return normalize(raw.replace("+", "%20"), false);
    }

    private static @Nullable String normalize(String raw, boolean slashSeparates) {
        var bytes = raw.getBytes(StandardCharsets.UTF_8);
        var encoded = new StringBuilder();
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%') {
                if (i + 2 >= bytes.length
                        || !HexFormat.isHexDigit(bytes[i + 1])
                        || !HexFormat.isHexDigit(bytes[i + 2])) {
                    return null;
                }
                var high = HexFormat.fromHexDigit(bytes[++i]);
                append((byte) (high << 4 | HexFormat.fromHexDigit(bytes[++i])), encoded);
            } else if (bytes[i] == '/' && slashSeparates) {
                encoded.append('/');
            } else {
                append(bytes[i], encoded);
            }
        }
        return encoded.toString();
    }

    private static void append(byte b, StringBuilder encoded) {
        if (PLAIN.indexOf(b) >= 0) {
            encoded.append((char) b);
        } else {
            encoded.append('%').append(HEX.toHexDigits(b));
        }
    }
}
