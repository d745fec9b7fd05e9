package dev.slipway.storage.local;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Under which conditions a reader wants the bytes, and which of them (RFC 9110, 13 and 14).
/// The framework's own evaluation takes `If-Modified-Since` into account beside
/// `If-None-Match`.
record Conditions(
        @Nullable String ifMatch,
        @Nullable String ifUnmodifiedSince,
        @Nullable String ifNoneMatch,
        @Nullable String ifModifiedSince,
        @Nullable String ifRange,
        @Nullable String range) {

    static Conditions of(HttpHeaders headers) {
        return new Conditions(
                headers.getHeaderString(HttpHeaders.IF_MATCH),
                headers.getHeaderString(HttpHeaders.IF_UNMODIFIED_SINCE),
                headers.getHeaderString(HttpHeaders.IF_NONE_MATCH),
                headers.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE),
                headers.getHeaderString("If-Range"),
                headers.getHeaderString("Range"));
    }

    /// The status of an answer without bytes, 304 or 412, when a condition wants that.
    OptionalInt answerWithoutBytes(Pointer object) {
        if (ifMatch != null ? !names(ifMatch, object) : changedSince(ifUnmodifiedSince, object)) {
            return OptionalInt.of(412);
        }
        var known =
                ifNoneMatch != null
                        ? names(ifNoneMatch, object)
                        : unchangedSince(ifModifiedSince, object);
        return known ? OptionalInt.of(304) : OptionalInt.empty();
    }

    RangeRequest wanted(Pointer object) {
        var stillTheSame =
                ifRange == null
                        || ifRange.equals(tag(object))
                        || object.lastModified().equals(HttpDate.parse(ifRange));
        return stillTheSame ? RangeRequest.parse(range, object.size()) : new RangeRequest.Whole();
    }

    static String tag(Pointer object) {
        return '"' + object.etag() + '"';
    }

    private static boolean names(String tags, Pointer object) {
        return Arrays.stream(tags.split(",", -1))
                .map(String::strip)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals("*") || tag.equals(tag(object)));
    }

    private static boolean changedSince(@Nullable String header, Pointer object) {
        var date = HttpDate.parse(header);
        return date != null && object.lastModified().isAfter(date);
    }

    private static boolean unchangedSince(@Nullable String header, Pointer object) {
        var date = HttpDate.parse(header);
        return date != null && !object.lastModified().isAfter(date);
    }
}
