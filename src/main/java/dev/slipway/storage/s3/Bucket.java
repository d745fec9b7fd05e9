package dev.slipway.storage.s3;

import dev.slipway.storage.ObjectKey;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;

/// A bucket, and the part of it that is ours: the objects whose names begin with `prefix`.
record Bucket(S3Client client, String name, String prefix) {

    String nameOf(ObjectKey key) {
        return prefix + key.value();
    }

    /// The key of the object with this name, when it can be one of ours.
    Optional<ObjectKey> findKey(String name) {
        return Optional.of(name)
                .filter(full -> full.startsWith(prefix))
                .map(full -> full.substring(prefix.length()))
                .filter(ObjectKey::isValid)
                .map(ObjectKey::new);
    }

    String region() {
        return client.serviceClientConfiguration().region().id();
    }
}
