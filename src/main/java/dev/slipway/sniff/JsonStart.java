package dev.slipway.sniff;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Whether bytes are the beginning of a JSON document (RFC 8259), whole where they are all of
/// it.
final class JsonStart {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonStart() {}

    static boolean in(byte[] head) {
        try (var parser = JSON.createParser(head)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            parser.finishToken();
            return parser.nextToken() == null;
        } catch (JsonProcessingException e) {
            return head.length >= ContentSniffer.HEAD && isAtEnd(e, head.length);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    /// A cut may fall into a word such as `true`, or into a code point.
    private static boolean isAtEnd(JsonProcessingException e, int length) {
        return e instanceof JsonEOFException || e.getLocation().getByteOffset() > length - 8;
    }
}
