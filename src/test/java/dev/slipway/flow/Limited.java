package dev.slipway.flow;

import dev.slipway.PostgresResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/// The program with limits that a test can reach, and with a reuse window.
public final class Limited implements QuarkusTestProfile {

    public static final long MAX_BYTES = 30 << 20;
    public static final int MAX_PENDING = 5;
    public static final int STARTS_PER_MINUTE = 200;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "slipway.limits.max-bytes",
                "30M",
                "slipway.limits.max-pending",
                String.valueOf(MAX_PENDING),
                "slipway.limits.starts-per-minute",
                String.valueOf(STARTS_PER_MINUTE),
                "slipway.upload.reuse-window",
                "30s");
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
