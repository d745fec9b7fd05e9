package dev.slipway.upload;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Free words of a client about its upload: at most 10, 2 KiB together, with keys that S3 can
/// carry (`x-amz-meta-*` travels as a header).
final class Metadata {

    private static final int MOST_ENTRIES = 10;
    private static final int MOST_BYTES = 2048;
    private static final Pattern KEY = Pattern.compile("[a-z0-9-]{1,40}");

    private Metadata() {}

    static Map<String, String> check(@Nullable Map<String, @Nullable String> metadata) {
        if (metadata == null) {
            return Map.of();
        }
        if (metadata.size() > MOST_ENTRIES) {
            throw new InvalidMetadata("it has more than " + MOST_ENTRIES + " entries").refusal();
        }
        var bytes = 0;
        for (var entry : metadata.entrySet()) {
            var value = entry.getValue();
            if (!KEY.matcher(entry.getKey()).matches()) {
                throw new InvalidMetadata(
                                "a key is not 1 to 40 of a-z, 0-9 and -: '" + entry.getKey() + "'")
                        .refusal();
            }
            if (value == null || !isText(value)) {
                throw new InvalidMetadata("'" + entry.getKey() + "' has no text").refusal();
            }
            bytes += entry.getKey().length() + value.getBytes(StandardCharsets.UTF_8).length;
        }
        if (bytes > MOST_BYTES) {
            throw new InvalidMetadata("it has more than " + MOST_BYTES + " bytes").refusal();
        }
        return Map.copyOf(metadata);
    }

    /// Neither NUL nor half a surrogate pair: a database cannot keep them.
    private static boolean isText(String value) {
        return value.indexOf('\0') < 0
                && value.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }
}
