package dev.slipway.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/// One HTTP/1.1 message as it goes over the wire, byte by byte, so that whatever was signed
/// stays as it is.
final class Message {

    private static final String EMPTY_LINE = "\r\n\r\n";

    private final String head;
    private final byte[] body;

    /// `head` with the empty line that ends it; `body` with its chunk sizes, where it has any.
    private Message(String head, byte[] body) {
        this.head = head;
        this.body = body;
    }

    /// An error as S3 writes it.
    static Message error(int status, String code, boolean withBody) {
        var body =
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <Error><Code>%s</Code><Message>Injected by a test.</Message></Error>"""
                        .formatted(code)
                        .getBytes(ISO_8859_1);
        var head =
                "HTTP/1.1 %d %s\r\nContent-Type: application/xml\r\nContent-Length: %d"
                        .formatted(status, code, body.length);
        return new Message(head + EMPTY_LINE, withBody ? body : new byte[0]);
    }

    /// The next request on a connection, or empty when there comes none.
    static Optional<Message> request(InputStream in) throws IOException {
        var head = head(in);
        return head.isEmpty() ? Optional.empty() : Optional.of(new Message(head, body(head, in)));
    }

    static Message answer(InputStream in, boolean withBody) throws IOException {
        var head = head(in);
        if (head.isEmpty()) {
            throw new EOFException("the storage gives no answer");
        }
        return new Message(head, withBody ? body(head, in) : new byte[0]);
    }

    /// What stands before the headers, word by word.
    String[] firstLine() {
        return head.lines().findFirst().orElseThrow().split(" ");
    }

    String header(String name) {
        return header(head, name);
    }

    /// The body, one character for each byte.
    String text() {
        return new String(body, ISO_8859_1);
    }

    void sendTo(OutputStream out) throws IOException {
        out.write(head.getBytes(ISO_8859_1));
        out.write(body);
        out.flush();
    }

    /// Breaks off in the middle of the body, or of the headers where there is none.
    void sendHalfTo(OutputStream out, boolean inHeaders) throws IOException {
        if (inHeaders || body.length == 0) {
            out.write(head.getBytes(ISO_8859_1), 0, head.length() / 2);
        } else {
            out.write(head.getBytes(ISO_8859_1));
            out.write(body, 0, body.length / 2);
        }
        out.flush();
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf(EMPTY_LINE, head.length() - EMPTY_LINE.length()) < 0) {
            var next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static byte[] body(String head, InputStream in) throws IOException {
        if (header(head, "Transfer-Encoding").equalsIgnoreCase("chunked")) {
            return chunks(in);
        }
        var length = header(head, "Content-Length");
        return length.isEmpty() ? new byte[0] : exactly(Integer.parseInt(length), in);
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var raw = new ByteArrayOutputStream();
        String size;
        do {
            size = line(in);
            raw.writeBytes(size.getBytes(ISO_8859_1));
            raw.writeBytes(exactly(Integer.parseInt(size.strip().split(";")[0], 16), in));
            raw.writeBytes(line(in).getBytes(ISO_8859_1));
        } while (!size.startsWith("0"));
        return raw.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        do {
            line.append(new String(exactly(1, in), ISO_8859_1));
        } while (line.charAt(line.length() - 1) != '\n');
        return line.toString();
    }

    private static byte[] exactly(int length, InputStream in) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("%d of %d bytes came".formatted(bytes.length, length));
        }
        return bytes;
    }

    private static String header(String head, String name) {
        var start = name.toLowerCase(Locale.ROOT) + ":";
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst()
                .orElse("");
    }
}
