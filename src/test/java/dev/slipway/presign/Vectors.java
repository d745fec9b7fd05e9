package dev.slipway.presign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What Amazon has published and botocore has answered, from `post-policy.json`.
final class Vectors {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Vectors() {}

    static JsonNode amazon() {
        return read().get("amazon");
    }

    static List<JsonNode> botocore() {
        var all = new ArrayList<JsonNode>();
        read().get("botocore").forEach(all::add);
        return all;
    }

    static Map<String, String> strings(JsonNode object) {
        var map = new LinkedHashMap<String, String>();
        object.properties().forEach(e -> map.put(e.getKey(), e.getValue().textValue()));
        return map;
    }

    /// The conditions of a policy in base64, as a set: their order is free.
    static Set<String> conditions(String policy) {
        var all = new TreeSet<String>();
        json(Base64.getDecoder().decode(policy)).get("conditions").forEach(c -> all.add(eq(c)));
        return all;
    }

    /// `{"a": "b"}` and `["eq", "$a", "b"]` say the same.
    private static String eq(JsonNode condition) {
        if (condition.isObject()) {
            var only = condition.properties().iterator().next();
            return eq("$" + only.getKey(), only.getValue().textValue());
        }
        return condition.get(0).textValue().equals("eq")
                ? eq(condition.get(1).textValue(), condition.get(2).textValue())
                : condition.toString();
    }

    private static String eq(String name, String value) {
        return JSON.createArrayNode()
                .add("eq")
                .add(name.toLowerCase(Locale.ROOT))
                .add(value)
                .toString();
    }

    private static JsonNode read() {
        try (var in = Vectors.class.getResourceAsStream("/post-policy.json")) {
            return json(in.readAllBytes());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(byte[] text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
