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

    /// A presigned PUT: the raw bytes with exactly these `headers`. `Content-Length` and `Host`
    /// are signed but not among them, because a browser sets those itself and lets nobody else.
    record Put(URI url, Map<String, String> headers, Instant expiresAt) implements Ticket {

        public Put {
            headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        }
    }
}
