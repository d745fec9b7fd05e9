package dev.slipway.storage;

import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Permission for a stranger to bring one object. It authorises the upload by itself: no other
/// credential goes on the upload leg.
public sealed interface Ticket {

    URI url();

    Instant expiresAt();

    /// A presigned POST: `multipart/form-data` with all `fields` in order, then `file` last.
    record Form(URI url, Map<String, String> fields, Instant expiresAt) implements Ticket {

        public Form {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }
}
