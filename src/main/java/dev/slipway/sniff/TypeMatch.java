package dev.slipway.sniff;

import java.util.Map;
import java.util.Set;

/// Does the content agree with the media type that was signed?
///
/// It does when both are the same type (aliases such as `image/jpg` resolved), or when the
/// signed type is one that lives in the sniffed container or family: a `.docx` in a ZIP, CSV in
/// plain text, the brands of one file format among each other. `application/octet-stream`
/// promises nothing and agrees with everything that is not active.
///
/// Active content (HTML, SVG, XML, scripts) agrees with its own type only. Formats that run
/// (`.jar`, documents with macros) are deliberately in no container here, and a type whose
/// content has no signature and is no text agrees with nothing.
public final class TypeMatch {

    /// Active types that agree with nothing but themselves.
    private static final Set<String> ACTIVE =
            Set.of(
                    "image/svg+xml",
                    "text/javascript",
                    "application/x-sh",
                    "application/x-httpd-php");

    /// Formats of one family, which differ in a brand or only in what the streams hold.
    private static final Set<Set<String>> FAMILIES =
            Set.of(
                    Set.of(
                            "video/mp4",
                            "audio/mp4",
                            "application/mp4",
                            "video/x-m4v",
                            "video/quicktime",
                            "video/3gpp",
                            "audio/3gpp",
                            "video/3gpp2"),
                    Set.of(
                            "application/ogg",
                            "audio/ogg",
                            "video/ogg",
                            "audio/opus",
                            "audio/speex"),
                    Set.of("video/webm", "audio/webm", "video/x-matroska", "audio/x-matroska"),
                    Set.of(
                            "image/heic",
                            "image/heif",
                            "image/avif",
                            "image/heic-sequence",
                            "image/heif-sequence",
                            "image/avif-sequence"));

    /// What lives in a container that is not looked into.
    private static final Map<String, Set<String>> CONTAINED =
            Map.of(
                    "application/zip",
                    Set.of(
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                            "application/vnd.openxmlformats-officedocument.presentationml.slideshow",
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.template",
                            "application/vnd.openxmlformats-officedocument.presentationml.template",
                            "application/vnd.oasis.opendocument.text",
                            "application/vnd.oasis.opendocument.spreadsheet",
                            "application/vnd.oasis.opendocument.presentation",
                            "application/vnd.oasis.opendocument.graphics",
                            "application/epub+zip",
                            "application/vnd.apple.pages",
                            "application/vnd.apple.numbers",
                            "application/vnd.apple.keynote",
                            "application/vnd.google-earth.kmz",
                            "application/vnd.comicbook+zip",
                            "model/3mf",
                            "model/vnd.usdz+zip"),
                    "application/x-ole-storage",
                    Set.of(
                            "application/msword",
                            "application/vnd.ms-excel",
                            "application/vnd.ms-powerpoint",
                            "application/vnd.ms-outlook",
                            "application/vnd.ms-project",
                            "application/vnd.visio"),
                    "application/gzip",
                    Set.of("application/x-tgz", "application/x-compressed-tar"),
                    "image/tiff",
                    Set.of(
                            "image/dng",
                            "image/x-canon-cr2",
                            "image/x-nikon-nef",
                            "image/x-sony-arw"));

    /// What is plain text, beside `text/*`.
    private static final Set<String> TEXTUAL =
            Set.of(
                    "application/sql",
                    "application/toml",
                    "application/x-ndjson",
                    "application/x-sh",
                    "application/x-subrip",
                    "application/x-tex",
                    "application/x-yaml",
                    "application/yaml",
                    "message/rfc822");

    private TypeMatch() {}

    /// Whether content that was sniffed as `sniffed` and begins with `head` may be stored as
    /// `signed`.
    public static boolean agrees(String signed, String sniffed, byte[] head) {
        var wanted = CanonicalType.of(signed);
        var found = CanonicalType.of(sniffed);
        if (wanted.equals(found)) {
            return true;
        }
        return switch (found) {
            case ContentSniffer.TEXT ->
                    wanted.equals(ContentSniffer.UNKNOWN) || isText(wanted, head);
            case "text/html" -> wanted.equals("application/xhtml+xml");
            case "application/xml" -> isNeutralXml(wanted);
            default -> !ACTIVE.contains(found) && holds(found, wanted);
        };
    }

    private static boolean isText(String type, byte[] head) {
        if (type.equals("application/json") || type.endsWith("+json")) {
            return JsonStart.in(head);
        }
        return TEXTUAL.contains(type) || (type.startsWith("text/") && !type.equals("text/html"));
    }

    /// XML whose type promises nothing more than XML.
    private static boolean isNeutralXml(String type) {
        return type.endsWith("+xml")
                && !type.equals("image/svg+xml")
                && !type.equals("application/xhtml+xml");
    }

    private static boolean holds(String found, String wanted) {
        return wanted.equals(ContentSniffer.UNKNOWN)
                || CONTAINED.getOrDefault(found, Set.of()).contains(wanted)
                || FAMILIES.stream().anyMatch(f -> f.contains(found) && f.contains(wanted));
    }
}
