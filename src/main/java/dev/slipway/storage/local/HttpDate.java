package dev.slipway.storage.local;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Times as HTTP writes them (RFC 9110, 5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`. The JDK's
/// constant for it writes days with one digit.
final class HttpDate {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private HttpDate() {}

    static String format(Instant instant) {
        return FORM.format(instant);
    }

    /// Null when it is no such time: then HTTP wants the header ignored.
    static @Nullable Instant parse(@Nullable String text) {
        try {
            return text == null ? null : FORM.parse(text, Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
