package dev.slipway.flow;

import dev.slipway.PostgresResource;
import dev.slipway.storage.s3.S3ProxyResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;

/// The program on a real S3 server instead of a directory.
public final class OnS3 implements QuarkusTestProfile {

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(
                new TestResourceEntry(PostgresResource.class),
                new TestResourceEntry(S3ProxyResource.class));
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }
}
