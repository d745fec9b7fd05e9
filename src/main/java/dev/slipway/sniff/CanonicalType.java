package dev.slipway.sniff;

import java.util.Locale;
import java.util.Map;

/// One name for each media type: lower case, no parameters, and the name that browsers send
/// where a type has several.
public final class CanonicalType {

    private static final Map<String, String> ALIASES =
            Map.ofEntries(
                    Map.entry("image/jpg", "image/jpeg"),
                    Map.entry("image/pjpeg", "image/jpeg"),
                    Map.entry("image/x-png", "image/png"),
                    Map.entry("image/x-bmp", "image/bmp"),
                    Map.entry("image/x-ms-bmp", "image/bmp"),
                    Map.entry("image/x-icon", "image/vnd.microsoft.icon"),
                    Map.entry("image/x-adobe-dng", "image/dng"),
                    Map.entry("audio/mp3", "audio/mpeg"),
                    Map.entry("audio/x-mp3", "audio/mpeg"),
                    Map.entry("audio/x-mpeg", "audio/mpeg"),
                    Map.entry("audio/x-m4a", "audio/mp4"),
                    Map.entry("audio/vnd.wave", "audio/wav"),
                    Map.entry("audio/wave", "audio/wav"),
                    Map.entry("audio/x-wav", "audio/wav"),
                    Map.entry("audio/x-aac", "audio/aac"),
                    Map.entry("audio/x-flac", "audio/flac"),
                    Map.entry("video/avi", "video/x-msvideo"),
                    Map.entry("video/msvideo", "video/x-msvideo"),
                    Map.entry("video/matroska", "video/x-matroska"),
                    Map.entry("application/x-matroska", "video/x-matroska"),
                    Map.entry("application/quicktime", "video/quicktime"),
                    Map.entry("application/x-pdf", "application/pdf"),
                    Map.entry("application/x-gzip", "application/gzip"),
                    Map.entry("application/x-zip-compressed", "application/zip"),
                    Map.entry("application/x-rar-compressed", "application/vnd.rar"),
                    Map.entry("application/x-javascript", "text/javascript"),
                    Map.entry("application/javascript", "text/javascript"),
                    Map.entry("application/ecmascript", "text/javascript"),
                    Map.entry("text/ecmascript", "text/javascript"),
                    Map.entry("text/x-sh", "application/x-sh"),
                    Map.entry("text/x-php", "application/x-httpd-php"),
                    Map.entry("text/rtf", "application/rtf"),
                    Map.entry("text/xml", "application/xml"));

    private CanonicalType() {}

    public static String of(String type) {
        var semicolon = type.indexOf(';');
        var name =
                (semicolon < 0 ? type : type.substring(0, semicolon))
                        .strip()
                        .toLowerCase(Locale.ROOT);
        return ALIASES.getOrDefault(name, name);
    }
}
