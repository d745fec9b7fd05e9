package dev.slipway.storage.s3;

import dev.slipway.storage.ObjectKey;
import java.net.URI;
import java.util.Optional;

/// Where strangers reach objects: at the bucket, whose address stays the same for ever, and
/// public ones at a CDN, where there is one.
record Addresses(Bucket bucket, URI url, Optional<URI> cdn) {

    URI of(ObjectKey key) {
        // no character of a key needs escaping
        return url.resolve(bucket.nameOf(key));
    }

    Optional<URI> onCdn(ObjectKey key) {
        return cdn.filter(base -> key.isPublic()).map(base -> base.resolve(bucket.nameOf(key)));
    }
}
