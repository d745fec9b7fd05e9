package dev.slipway.storage.local;

import dev.slipway.storage.ByteRange;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a `Range` header (RFC 9110, 14.2) asks of an object.
sealed interface RangeRequest {

    /// No range, or one that is not understood: several ranges are answered with everything.
    record Whole() implements RangeRequest {}

    record Part(ByteRange range) implements RangeRequest {}

    record Unsatisfiable() implements RangeRequest {}

    Pattern SINGLE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    static RangeRequest parse(@Nullable String header, long size) {
        var range = SINGLE.matcher(header == null ? "" : header);
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return new Whole();
        }
        if (range.group(1).isEmpty()) {
            var length = Math.min(Long.parseLong(range.group(2)), size);
            return part(size - length, size);
        }
        var first = Long.parseLong(range.group(1));
        if (range.group(2).isEmpty()) {
            return part(first, size);
        }
        var last = Long.parseLong(range.group(2));
        return last < first ? new Whole() : part(first, Math.min(last + 1, size));
    }

    private static RangeRequest part(long from, long to) {
        return from < to ? new Part(new ByteRange(from, to - from)) : new Unsatisfiable();
    }
}
