package dev.slipway.presign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A request as it was received, path and query still encoded. `host` is the one that the
/// sender named: `Host`, or behind a proxy that changes it, what the proxy says about it.
/// `headers` finds values whatever the case of the name.
public record ReceivedRequest(
        String method,
        String host,
        String rawPath,
        @Nullable String rawQuery,
        Map<String, List<String>> headers) {

    public ReceivedRequest {
        var copy = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach(
                (name, values) ->
                        copy.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(values));
        copy.replaceAll((_, values) -> List.copyOf(values));
        headers = Collections.unmodifiableMap(copy);
    }
}
