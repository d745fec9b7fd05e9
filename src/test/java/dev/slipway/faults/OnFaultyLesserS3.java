package dev.slipway.faults;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The program on an S3 server that fails on demand, takes no forms and heeds no conditions.
public final class OnFaultyLesserS3 implements QuarkusTestProfile {

    private final OnFaultyS3 usual = new OnFaultyS3();

    @Override
    public Map<String, String> getConfigOverrides() {
        var settings = new HashMap<>(usual.getConfigOverrides());
        settings.put("slipway.s3.method", "put");
        settings.put("slipway.s3.conditional-put", "false");
        settings.put("slipway.s3.conditional-copy", "false");
        return settings;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return usual.testResources();
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }
}
