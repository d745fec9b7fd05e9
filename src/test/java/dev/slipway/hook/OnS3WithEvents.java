package dev.slipway.hook;

import dev.slipway.PostgresResource;
import dev.slipway.storage.s3.S3ProxyResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/// The program on a real S3 server, ready to be told about it.
public final class OnS3WithEvents implements QuarkusTestProfile {

    static final String OLD_SECRET = "yesterday-5d41402abc4b2a76";
    static final String SECRET = "today-7d793037a0760186";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("slipway.hooks.storage.secrets", OLD_SECRET + "," + SECRET);
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
