package dev.slipway.sniff;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Tells apart the formats that share a container and differ in a brand at its start: ISO base
/// media files by their `ftyp` box (ISO 14496-12, the brands as registered at mp4ra.org),
/// Matroska and WebM by the `DocType` of their EBML header (RFC 8794).
final class MediaBrands {

    private static final int EBML = 0x1A45DFA3;
    private static final String DOC_TYPE_WEBM = "B\u0082\u0084webm";
    private static final int EBML_HEADER = 64;
    private static final int MOST_BRANDS = 32;

    private static final Map<String, String> BRANDS =
            Map.ofEntries(
                    Map.entry("avif", "image/avif"),
                    Map.entry("avis", "image/avif"),
                    Map.entry("heic", "image/heic"),
                    Map.entry("heix", "image/heic"),
                    Map.entry("heim", "image/heic"),
                    Map.entry("heis", "image/heic"),
                    Map.entry("hevc", "image/heic-sequence"),
                    Map.entry("hevx", "image/heic-sequence"),
                    Map.entry("crx ", "image/x-canon-cr3"),
                    Map.entry("qt  ", "video/quicktime"),
                    Map.entry("M4V ", "video/x-m4v"),
                    Map.entry("M4A ", "audio/mp4"),
                    Map.entry("M4B ", "audio/mp4"));

    /// Brands that say only in general what the file is: a clearer one may follow.
    private static final Map<String, String> GENERAL =
            Map.of("mif1", "image/heif", "msf1", "image/heif-sequence");

    private MediaBrands() {}

    static Optional<String> of(byte[] head) {
        if (head.length < 16) {
            return Optional.empty();
        }
        var bytes = ByteBuffer.wrap(head);
        if (bytes.getInt(0) == EBML) {
            return Optional.of(isWebm(head) ? "video/webm" : "video/x-matroska");
        }
        return ascii(head, 4).equals("ftyp")
                ? Optional.of(ofBrands(brands(head, bytes.getInt(0))))
                : Optional.empty();
    }

    private static String ofBrands(List<String> brands) {
        var major = brands.getFirst();
        if (major.startsWith("3g")) {
            return major.startsWith("3g2") ? "video/3gpp2" : "video/3gpp";
        }
        var general = GENERAL.get(major);
        if (general == null) {
            return BRANDS.getOrDefault(major, "video/mp4");
        }
        return brands.stream()
                .map(BRANDS::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(general);
    }

    /// The major brand, then the compatible ones; the minor version between them is left out.
    private static List<String> brands(byte[] head, int boxSize) {
        var brands = new ArrayList<String>();
        brands.add(ascii(head, 8));
        var end = Math.min(Math.min(head.length, boxSize), 16 + 4 * MOST_BRANDS);
        for (var at = 16; at + 4 <= end; at += 4) {
            brands.add(ascii(head, at));
        }
        return brands;
    }

    private static boolean isWebm(byte[] head) {
        var header =
                new String(
                        head, 0, Math.min(head.length, EBML_HEADER), StandardCharsets.ISO_8859_1);
        return header.contains(DOC_TYPE_WEBM);
    }

    private static String ascii(byte[] head, int at) {
        return new String(head, at, 4, StandardCharsets.ISO_8859_1);
    }
}
