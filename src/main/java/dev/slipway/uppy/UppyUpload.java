package dev.slipway.uppy;

import dev.slipway.problem.MalformedRequest;
import dev.slipway.upload.StartRequest;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What Uppy says about a file. Its `metadata` holds whatever the page allows to be sent:
/// `profile` and `size` are for us, what can be kept is kept, and the rest (`relativePath` …)
/// is left out.
public record UppyUpload(
        @Nullable String filename,
        @Nullable String type,
        @Nullable Map<String, @Nullable Object> metadata) {

    private static final Pattern IN_QUERY = Pattern.compile("metadata\\[(.+)]");
    private static final Pattern KEPT = Pattern.compile("[a-z0-9-]{1,40}");
    private static final List<String> TOLD_OTHERWISE = List.of("profile", "size", "name", "type");

    /// As a query says it: `filename`, `type` and `metadata[…]`.
    static UppyUpload of(MultivaluedMap<String, String> query) {
        var metadata = new HashMap<String, @Nullable Object>();
        query.forEach(
                (name, values) -> {
                    var member = IN_QUERY.matcher(name);
                    if (member.matches()) {
                        metadata.put(member.group(1), values.getFirst());
                    }
                });
        return new UppyUpload(query.getFirst("filename"), query.getFirst("type"), metadata);
    }

    static StartRequest request(@Nullable UppyUpload upload) {
        if (upload == null) {
            throw new MalformedRequest(null).refusal();
        }
        var metadata = upload.told();
        return StartRequest.ofFile(
                upload.filename(),
                upload.type(),
                size(metadata.get("size")),
                text(metadata.get("profile")),
                kept(metadata));
    }

    /// The same, where there is leave for this profile only.
    static StartRequest request(@Nullable UppyUpload upload, String profile) {
        if (upload == null) {
            throw new MalformedRequest(null).refusal();
        }
        var metadata = new HashMap<String, @Nullable Object>(upload.told());
        var wanted = text(metadata.put("profile", profile));
        if (wanted != null && !wanted.equals(profile)) {
            throw new TokenForProfile(profile).refusal();
        }
        return request(new UppyUpload(upload.filename(), upload.type(), metadata));
    }

    private Map<String, @Nullable Object> told() {
        return metadata == null ? Map.of() : metadata;
    }

    static List<String> numbers(@Nullable String partNumbers) {
        return partNumbers == null || partNumbers.isBlank()
                ? List.of()
                : List.of(partNumbers.split(",", -1));
    }

    private static @Nullable Long size(@Nullable Object size) {
        if (size == null || size.toString().isBlank()) {
            return null;
        }
        try {
            return Long.valueOf(size.toString().strip());
        } catch (NumberFormatException e) {
            throw new MalformedRequest("metadata.size").refusal();
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null || value.toString().isBlank() ? null : value.toString();
    }

    private static Map<String, @Nullable String> kept(Map<String, @Nullable Object> metadata) {
        var kept = new HashMap<String, @Nullable String>();
        metadata.forEach(
                (name, value) -> {
                    var isText = value instanceof String || value instanceof Number;
                    if (isText && KEPT.matcher(name).matches() && !TOLD_OTHERWISE.contains(name)) {
                        kept.put(name, String.valueOf(value));
                    }
                });
        return kept;
    }
}
