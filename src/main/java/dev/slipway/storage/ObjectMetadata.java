package dev.slipway.storage;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// Metadata as it travels in headers, which are ASCII: percent-encoded UTF-8, in the order of
/// the names.
public final class ObjectMetadata {

    private ObjectMetadata() {}

    public static Map<String, String> encoded(Map<String, String> metadata) {
        var encoded = new TreeMap<String, String>();
        metadata.forEach((name, value) -> encoded.put(name, encode(value)));
        return encoded;
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
