package dev.slipway.storage.s3;

import dev.slipway.storage.Backend;
import dev.slipway.storage.ObjectStore;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.s3.S3Client;

/// S3, when `slipway.storage` names it. Until then no client is made and no AWS setting is
/// read, so local storage needs none.
@Singleton
final class S3Storage implements Backend {

    private final Supplier<S3Client> client;
    private final ReadS3Settings settings;
    private final Clock clock;
    private final RandomGenerator random;

    @Inject
    S3Storage(
            Instance<S3Client> client,
            ReadS3Settings settings,
            Clock clock,
            RandomGenerator random) {
        this(client::get, settings, clock, random);
    }

    S3Storage(
            Supplier<S3Client> client,
            ReadS3Settings settings,
            Clock clock,
            RandomGenerator random) {
        this.client = client;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
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
        // read first: no client is made before its settings are known
        var read = settings.read();
        return new S3ObjectStore(client.get(), read, clock, random);
    }
}
