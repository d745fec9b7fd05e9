package dev.slipway.storage.local;

import dev.slipway.storage.ObjectKey;
import java.net.URI;

/// A file that a form has brought. `status` is what the form asked for: 200, 201 or 204.
record Received(ObjectKey key, String etag, URI location, int status) {}
