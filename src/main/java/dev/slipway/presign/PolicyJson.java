package dev.slipway.presign;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/// Writes policies as JSON, and says whether a text is JSON at all.
final class PolicyJson {

    // No interning of names: they come from strangers.
    static final JsonFactory JSON =
            JsonFactory.builder()
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build();

    private PolicyJson() {}

    static String write(PostPolicy policy) {
        return text(
                json -> {
                    json.writeStartObject();
                    json.writeStringField("expiration", policy.expiration().toString());
                    json.writeArrayFieldStart("conditions");
                    for (var condition : policy.conditions()) {
                        write(condition, json);
                    }
                    json.writeEndArray();
                    json.writeEndObject();
                });
    }

    /// A condition as S3 quotes it in errors: `["eq", "$key", "incoming/1"]`.
    static String quote(Condition condition) {
        return switch (condition) {
            case Condition.Exact(var name, var value) ->
                    text(json -> json.writeArray(array("eq", "$" + name, value), 0, 3));
            case Condition.StartsWith _, Condition.ContentLengthRange _ ->
                    text(json -> write(condition, json));
        };
    }

    private static void write(Condition condition, JsonGenerator json) throws IOException {
        switch (condition) {
            case Condition.Exact(var name, var value) -> {
                json.writeStartObject();
                json.writeStringField(name, value);
                json.writeEndObject();
            }
            case Condition.StartsWith(var name, var prefix) ->
                    json.writeArray(array("starts-with", "$" + name, prefix), 0, 3);
            case Condition.ContentLengthRange(var min, var max) -> {
                json.writeStartArray();
                json.writeString("content-length-range");
                json.writeNumber(min);
                json.writeNumber(max);
                json.writeEndArray();
            }
        }
    }

    private static String[] array(String... elements) {
        return elements;
    }

    private interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    private static String text(Writing writing) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            writing.to(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static boolean isJson(String text) {
        try (var json = JSON.createParser(text)) {
            if (json.nextToken() == null) {
                return false;
            }
            json.skipChildren();
            return json.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }
}
