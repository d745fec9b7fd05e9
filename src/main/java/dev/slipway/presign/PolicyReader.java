package dev.slipway.presign;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads a policy strictly, token by token: no nesting but the policy's own, so no depth to
/// bound.
final class PolicyReader {

    private final JsonParser json;

    private PolicyReader(JsonParser json) {
        this.json = json;
    }

    static PostPolicy read(String text) throws MalformedPolicyException {
        try (var json = PolicyJson.JSON.createParser(text)) {
            return new PolicyReader(json).policy();
        } catch (IOException e) {
            throw new MalformedPolicyException("Invalid Policy: Invalid JSON.");
        }
    }

    private PostPolicy policy() throws IOException, MalformedPolicyException {
        @Nullable Instant expiration = null;
        @Nullable List<Condition> conditions = null;
        expect(JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            switch (name) {
                case "expiration" -> expiration = instant(string());
                case "conditions" -> conditions = conditions();
                default -> throw malformed("Unexpected: '" + name + "'");
            }
        }
        if (json.nextToken() != null) {
            throw malformed("Invalid JSON.");
        }
        if (expiration == null) {
            throw malformed("Policy missing expiration.");
        }
        if (conditions == null) {
            throw malformed("Policy missing conditions.");
        }
        return new PostPolicy(expiration, conditions);
    }

    private List<Condition> conditions() throws IOException, MalformedPolicyException {
        var conditions = new ArrayList<Condition>();
        expect(JsonToken.START_ARRAY);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            conditions.add(
                    switch (json.currentToken()) {
                        case START_OBJECT -> simple();
                        case START_ARRAY -> array();
                        default -> throw malformed("Invalid Condition.");
                    });
        }
        return conditions;
    }

    private Condition simple() throws IOException, MalformedPolicyException {
        if (json.nextToken() != JsonToken.FIELD_NAME) {
            throw malformed("Invalid Simple-Condition: it needs exactly one name.");
        }
        var condition = new Condition.Exact(json.currentName(), string());
        if (json.nextToken() != JsonToken.END_OBJECT) {
            throw malformed("Invalid Simple-Condition: it needs exactly one name.");
        }
        return condition;
    }

    private Condition array() throws IOException, MalformedPolicyException {
        var operator = string().toLowerCase(Locale.ROOT);
        var condition =
                switch (operator) {
                    case "eq" -> new Condition.Exact(variable(), string());
                    case "starts-with" -> new Condition.StartsWith(variable(), string());
                    case "content-length-range" -> range(number(), number());
                    default -> throw malformed("Invalid Condition: unknown operation.");
                };
        expect(JsonToken.END_ARRAY);
        return condition;
    }

    private static Condition range(long min, long max) throws MalformedPolicyException {
        if (min < 0 || max < min) {
            throw malformed("Invalid Condition: content-length-range.");
        }
        return new Condition.ContentLengthRange(min, max);
    }

    private String variable() throws IOException, MalformedPolicyException {
        var text = string();
        if (text.length() < 2 || text.charAt(0) != '$') {
            throw malformed("Invalid Condition: a field's name begins with '$'.");
        }
        return text.substring(1);
    }

    private long number() throws IOException, MalformedPolicyException {
        try {
            return switch (json.nextToken()) {
                case VALUE_NUMBER_INT -> json.getLongValue();
                case VALUE_STRING -> Long.parseLong(json.getText());
                default -> throw malformed("Invalid Condition: a size is not a whole number.");
            };
        } catch (NumberFormatException e) {
            throw malformed("Invalid Condition: a size is not a whole number.");
        }
    }

    private String string() throws IOException, MalformedPolicyException {
        expect(JsonToken.VALUE_STRING);
        return json.getText();
    }

    private void expect(JsonToken token) throws IOException, MalformedPolicyException {
        if (json.nextToken() != token) {
            throw malformed("a policy has no such shape.");
        }
    }

    private static Instant instant(String text) throws MalformedPolicyException {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw malformed("Invalid 'expiration' value: '" + text + "'");
        }
    }

    private static MalformedPolicyException malformed(String reason) {
        return new MalformedPolicyException("Invalid Policy: " + reason);
    }
}
