package dev.slipway.storage.local;

import dev.slipway.storage.Disposition;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How a browser is told to treat bytes that strangers have brought. Only types that cannot act
/// are shown in the page; all others are downloads, whatever the link wishes.
record Presentation(String contentType, @Nullable String disposition) {

    /// Nothing in the file may run or load anything.
    static final String SECURITY_POLICY =
            "sandbox; default-src 'none'; img-src 'self'; media-src 'self';"
                    + " style-src 'unsafe-inline'";

    private static final Pattern TYPE =
            Pattern.compile("[\\w!#$&^.+-]+/[\\w!#$&^.+-]+(\\s*;[\\x20-\\x7e]*)?");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e]*");

    static Presentation of(String contentType, @Nullable String disposition) {
        var type = TYPE.matcher(contentType).matches() ? contentType : "application/octet-stream";
        var wished =
                disposition != null && HEADER_VALUE.matcher(disposition).matches()
                        ? disposition
                        : null;
        return new Presentation(type, Disposition.isPassive(type) ? wished : attachment(wished));
    }

    /// Keeps the name of a file that was to be shown.
    private static String attachment(@Nullable String disposition) {
        if (disposition == null) {
            return "attachment";
        }
        var parameters = disposition.indexOf(';');
        return parameters < 0 ? "attachment" : "attachment" + disposition.substring(parameters);
    }
}
