package dev.slipway.browser;

import dev.slipway.PostgresResource;
import dev.slipway.storage.s3.S3ProxyResource;
import java.util.List;

/// The same with a bucket, whose CORS rules are its own.
public final class ForClientsOnS3 extends ForClients {

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(
                new TestResourceEntry(PostgresResource.class),
                new TestResourceEntry(S3ProxyResource.class));
    }
}
