package dev.slipway.sniff;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Says what a file's first bytes really are. The file's name never counts.
///
/// In this order:
///
/// - Bytes that are text (valid UTF-8 without NUL): a PDF, GIF, RTF or PostScript by its
///   signature; else the active type that is found anywhere in them (`text/html`,
///   `image/svg+xml`, `application/xml`, `text/javascript`, `application/x-sh`,
///   `application/x-httpd-php`); else `text/plain`.
/// - Other bytes: the type of their signature; else the active type that is found in them, read
///   as any single-byte encoding or as UTF-16; else `application/octet-stream`.
///
/// A file that begins with a signature and contains markup as well (a GIF with `<script>` in
/// its comment) stays what the signature says: it is delivered with that type, `nosniff` and a
/// sandboxing policy, so no browser will read it as anything else.
///
/// Containers are not looked into: every ZIP is `application/zip`, every OLE2 file
/// `application/x-ole-storage`; [TypeMatch] knows which types live in them. The first instance
/// takes about half a second to load its signatures.
public final class ContentSniffer {

    /// How many bytes to show: more are not needed, fewer only when the file is shorter.
    public static final int HEAD = 64 * 1024;

    static final String TEXT = "text/plain";
    public static final String UNKNOWN = "application/octet-stream";

    private final Signatures signatures = new Signatures();

    /// The media type of the content that begins with `head`, in lower case and without
    /// parameters.
    public String sniff(byte[] head) {
        return utf8(head).map(ContentSniffer::ofText).orElseGet(() -> ofBytes(head));
    }

    private static String ofText(String text) {
        return Signatures.ofText(text).or(() -> ActiveContent.inText(text)).orElse(TEXT);
    }

    private String ofBytes(byte[] head) {
        if (startsWith(head, 0xFE, 0xFF) || startsWith(head, 0xFF, 0xFE)) {
            var text = new String(head, StandardCharsets.UTF_16);
            return ActiveContent.inText(text).orElse(UNKNOWN);
        }
        return signatures.of(head).or(() -> ActiveContent.inBytes(head)).orElse(UNKNOWN);
    }

    /// The text that these bytes are, or empty. The last code point may be cut where the head
    /// is full.
    private static Optional<String> utf8(byte[] head) {
        var text = CharBuffer.allocate(head.length);
        var result =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(head), text, head.length < HEAD);
        var string = text.flip().toString();
        return result.isError() || head.length == 0 || string.indexOf('\0') >= 0
                ? Optional.empty()
                : Optional.of(string);
    }

    private static boolean startsWith(byte[] head, int first, int second) {
        return head.length >= 2 && (head[0] & 0xFF) == first && (head[1] & 0xFF) == second;
    }
}
