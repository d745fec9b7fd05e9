package dev.slipway.faults;

import dev.slipway.PostgresResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/// The program on an S3 server that fails on demand.
public final class OnFaultyS3 implements QuarkusTestProfile {

    /// So that work whose calls are held does not hinder other work.
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("slipway.jobs.threads", "16");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(
                new TestResourceEntry(PostgresResource.class),
                new TestResourceEntry(FaultyS3Resource.class));
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }
}
