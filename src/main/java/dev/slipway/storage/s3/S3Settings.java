package dev.slipway.storage.s3;

import java.net.URI;
import java.util.Optional;

/// The settings of this storage, checked. `prefix` is empty or ends with a slash, `cdn` ends
/// with one.
record S3Settings(
        String bucket,
        ProviderPreset provider,
        String prefix,
        AtRest atRest,
        Optional<URI> publicEndpoint,
        Optional<URI> cdn) {}
