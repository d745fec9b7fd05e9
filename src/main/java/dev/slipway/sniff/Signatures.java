package dev.slipway.sniff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.apache.tika.parser.ParseContext;

/// The signatures ("magic") that formats begin with, as Apache Tika lists them, under the names
/// of [CanonicalType].
final class Signatures {

    private static final MediaType OLE = MediaType.application("x-tika-msoffice");
    private static final MediaType RTF = MediaType.application("rtf");

    /// The few formats whose files may be nothing but text.
    private static final Map<String, String> IN_TEXT =
            Map.of(
                    "%PDF-", "application/pdf",
                    "GIF87a", "image/gif",
                    "GIF89a", "image/gif",
                    "{\\rtf", "application/rtf",
                    "%!PS-Adobe-", "application/postscript");

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();

    static Optional<String> ofText(String text) {
        return IN_TEXT.entrySet().stream()
                .filter(signature -> text.startsWith(signature.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /// What binary bytes are. Tika's guesses about text and markup do not count here: they need
    /// no signature at the start.
    Optional<String> of(byte[] head) {
        return MediaBrands.of(head).or(() -> listed(head));
    }

    private Optional<String> listed(byte[] head) {
        var type = detect(head);
        if (type.equals(MediaType.OCTET_STREAM) || isText(type)) {
            return Optional.empty();
        }
        if (isA(type, MediaType.APPLICATION_ZIP)) {
            return Optional.of("application/zip");
        }
        if (isA(type, OLE)) {
            return Optional.of("application/x-ole-storage");
        }
        return Optional.of(CanonicalType.of(type.toString()));
    }

    private MediaType detect(byte[] head) {
        try (var stream = TikaInputStream.get(head)) {
            return types.detect(stream, new Metadata(), new ParseContext()).getBaseType();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    private boolean isText(MediaType type) {
        return !type.equals(RTF)
                && (type.getType().equals("text") || isA(type, MediaType.TEXT_PLAIN));
    }

    private boolean isA(MediaType type, MediaType general) {
        return types.getMediaTypeRegistry().isInstanceOf(type, general);
    }
}
