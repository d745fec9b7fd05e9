package dev.slipway.storage.s3;

import dev.slipway.storage.Backend;
import dev.slipway.storage.ObjectStore;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.S3Client;

/// S3, when `slipway.storage` names it. Until then no client is made and no AWS setting is
/// read, so local storage needs none.
@Singleton
final class S3Storage implements Backend {

    private final Supplier<S3Client> client;
    private final S3StorageConfig config;
    private final Clock clock;

    @Inject
    S3Storage(Instance<S3Client> client, S3StorageConfig config, Clock clock) {
        this(client::get, config, clock);
    }

    S3Storage(Supplier<S3Client> client, S3StorageConfig config, Clock clock) {
        this.client = client;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "s3";
    }

    /// Bucket, region and credentials are there then, though perhaps wrong.
    ///
    /// @throws MissingS3Setting when one of them is not
    @Override
    public ObjectStore open() {
        var bucket =
                config.bucket()
                        .filter(name -> !name.isBlank())
                        .orElseThrow(MissingS3Setting::bucket);
        return new S3ObjectStore(client.get(), bucket, clock);
    }
}
