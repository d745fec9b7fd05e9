package dev.slipway.storage;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which types a browser may show in a page. All others are downloads, because they could act:
/// HTML, SVG, XML, scripts, and whatever we do not know.
public final class Disposition {

    private static final String ATTACHMENT = "attachment";

    private Disposition() {}

    /// The `Content-Disposition` that this type needs; null when it may be shown.
    public static @Nullable String forcedOn(String contentType) {
        return isPassive(contentType) ? null : ATTACHMENT;
    }

    /// Whether bytes of this type only ever show something.
    public static boolean isPassive(String contentType) {
        var essence = contentType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        return switch (essence) {
            case "application/pdf", "text/plain" -> true;
            default ->
                    (essence.startsWith("image/") && !essence.contains("xml"))
                            || essence.startsWith("audio/")
                            || essence.startsWith("video/");
        };
    }
}
