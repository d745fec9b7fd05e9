package dev.slipway.presign;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What is thought of a form's fields.
public sealed interface FormVerdict {

    /// The file may come, when its size is within `size`. `fields` finds a value whatever the
    /// case of its name.
    record Accepted(Condition.ContentLengthRange size, Map<String, String> fields)
            implements FormVerdict {

        public Accepted {
            var copy = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            copy.putAll(fields);
            fields = Collections.unmodifiableMap(copy);
        }
    }

    record Refused(S3Error error) implements FormVerdict {}
}
