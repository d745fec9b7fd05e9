package dev.slipway.activestorage;

import dev.slipway.PostgresResource;
import dev.slipway.storage.s3.S3ProxyResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/// The program with Active Storage's calls.
public class Enabled implements QuarkusTestProfile {

    /// The same on a real S3 server.
    public static final class OnS3 extends Enabled {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(PostgresResource.class),
                    new TestResourceEntry(S3ProxyResource.class));
        }
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("slipway.active-storage.enabled", "true");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(PostgresResource.class));
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }
}
