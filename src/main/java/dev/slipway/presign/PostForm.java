package dev.slipway.presign;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/// A form to sign: the one object it may bring. `fields` are sent as they are and pinned one by
/// one: `Content-Type`, `success_action_status`, `x-amz-meta-*`, `x-amz-checksum-sha256` ….
/// `key` and the fields of the signature are not among them.
public record PostForm(
        String bucket,
        String key,
        Map<String, String> fields,
        Condition.ContentLengthRange size,
        Instant expiresAt) {

    public PostForm {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        var names = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
        for (var name : fields.keySet()) {
            if (!names.add(name)) {
                throw new IllegalArgumentException("two values of the field " + name);
            }
            if (FormFields.ofTheSignature(name)) {
                throw new IllegalArgumentException("the signer itself sets the field " + name);
            }
        }
    }
}
