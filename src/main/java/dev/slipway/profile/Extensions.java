package dev.slipway.profile;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Which extension belongs to which media type, both ways; the first extension is the one we
/// give.
public final class Extensions {

    private static final Map<String, List<String>> BY_TYPE =
            Map.ofEntries(
                    Map.entry("image/jpeg", List.of("jpg", "jpeg", "jpe", "jfif")),
                    Map.entry("image/png", List.of("png")),
                    Map.entry("image/gif", List.of("gif")),
                    Map.entry("image/webp", List.of("webp")),
                    Map.entry("image/avif", List.of("avif")),
                    Map.entry("image/heic", List.of("heic")),
                    Map.entry("image/heif", List.of("heif")),
                    Map.entry("image/bmp", List.of("bmp")),
                    Map.entry("image/tiff", List.of("tiff", "tif")),
                    Map.entry("image/svg+xml", List.of("svg")),
                    Map.entry("application/pdf", List.of("pdf")),
                    Map.entry("application/json", List.of("json")),
                    Map.entry("application/xml", List.of("xml")),
                    Map.entry("application/zip", List.of("zip")),
                    Map.entry("application/gzip", List.of("gz")),
                    Map.entry("application/msword", List.of("doc")),
                    Map.entry("application/vnd.ms-excel", List.of("xls")),
                    Map.entry("application/vnd.ms-powerpoint", List.of("ppt")),
                    Map.entry(ooxml("wordprocessingml.document"), List.of("docx")),
                    Map.entry(ooxml("spreadsheetml.sheet"), List.of("xlsx")),
                    Map.entry(ooxml("presentationml.presentation"), List.of("pptx")),
                    Map.entry("application/vnd.oasis.opendocument.text", List.of("odt")),
                    Map.entry("application/epub+zip", List.of("epub")),
                    Map.entry("text/plain", List.of("txt", "log", "text")),
                    Map.entry("text/csv", List.of("csv")),
                    Map.entry("text/markdown", List.of("md")),
                    Map.entry("text/html", List.of("html", "htm")),
                    Map.entry("text/javascript", List.of("js", "mjs")),
                    Map.entry("audio/mpeg", List.of("mp3")),
                    Map.entry("audio/wav", List.of("wav")),
                    Map.entry("audio/ogg", List.of("ogg", "oga")),
                    Map.entry("video/mp4", List.of("mp4", "m4v")),
                    Map.entry("video/quicktime", List.of("mov")),
                    Map.entry("video/webm", List.of("webm")));

    private Extensions() {}

    /// The media type that a file's name suggests, or the unknown one.
    public static String typeOf(String fileName) {
        var dot = fileName.lastIndexOf('.');
        var extension = fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
        return BY_TYPE.entrySet().stream()
                .filter(entry -> dot >= 0 && entry.getValue().contains(extension))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(MediaTypes.UNKNOWN);
    }

    /// The extension for files of this type, without a dot; `bin` when we know none.
    public static String of(String mediaType) {
        return BY_TYPE.getOrDefault(mediaType, List.of("bin")).getFirst();
    }

    /// All extensions of this type, or of all types that a pattern such as `image/*` covers.
    static List<String> allOf(String pattern) {
        return BY_TYPE.entrySet().stream()
                .filter(entry -> MediaTypes.matches(pattern, entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .map(extension -> "." + extension)
                .sorted()
                .toList();
    }

    private static String ooxml(String kind) {
        return "application/vnd.openxmlformats-officedocument." + kind;
    }
}
