package dev.slipway.storage.s3;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/// What the AWS SDK does not know; everything else is `quarkus.s3.*`.
@ConfigMapping(prefix = "slipway.s3")
public interface S3StorageConfig {

    /// The bucket for all objects. Needed when `slipway.storage` is `s3`.
    Optional<String> bucket();
}
