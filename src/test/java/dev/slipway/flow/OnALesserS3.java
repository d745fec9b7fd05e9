package dev.slipway.flow;

import dev.slipway.PostgresResource;
import dev.slipway.storage.s3.S3ProxyResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/// An S3 server that takes no forms and heeds no conditions, as far as the program believes.
public final class OnALesserS3 implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "slipway.s3.method", "put",
                "slipway.s3.conditional-put", "false",
                "slipway.s3.conditional-copy", "false");
    }

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
