package dev.slipway.scan;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/// Reads `{"infected": true, "signature": "…"}`, and takes nothing else for a verdict: what can
/// be read in two ways would be read in the wrong one some day.
final class JsonVerdict {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private JsonVerdict() {}

    static ScanVerdict of(byte[] document) throws IOException {
        var answer = read(document);
        var infected = answer.path("infected");
        if (!infected.isBoolean()) {
            throw new IOException("the answer does not say whether it is infected");
        }
        if (!infected.booleanValue()) {
            return new ScanVerdict.Clean();
        }
        var signature = answer.path("signature").textValue();
        if (signature == null || !ScanVerdict.Infected.isSignature(signature)) {
            throw new IOException("the answer says infected, but has no signature to show");
        }
        return new ScanVerdict.Infected(signature);
    }

    private static JsonNode read(byte[] document) throws IOException {
        try {
            return JSON.readTree(document);
        } catch (JacksonException e) {
            throw new IOException("the answer is not one JSON document", e);
        }
    }
}
