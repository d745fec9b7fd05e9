package dev.slipway.presign;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What is thought of a request with a signature in its URL.
public sealed interface UrlVerdict {

    /// The signer permits it. `headers` are those that he signed, `host` among them, and finds a
    /// value whatever the case of its name; other headers are the sender's own idea.
    /// `parameters` are the query in plain text, all signed, without those of the signature.
    record Accepted(Map<String, String> headers, Map<String, String> parameters)
            implements UrlVerdict {

        public Accepted {
            var copy = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            copy.putAll(headers);
            headers = Collections.unmodifiableMap(copy);
            parameters = Map.copyOf(parameters);
        }
    }

    record Refused(S3Error error) implements UrlVerdict {}
}
