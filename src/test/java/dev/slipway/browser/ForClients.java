package dev.slipway.browser;

import dev.slipway.PostgresResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;

/// The program as pages of another origin need it, and with forms that soon expire.
public class ForClients implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "slipway.cors.origins", "http://localhost:" + freePort(),
                "slipway.active-storage.enabled", "true",
                "slipway.profiles.brief.types", "text/plain",
                "slipway.profiles.brief.expiry", "2s",
                "slipway.profiles.brief.owner-may-replace", "true");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(PostgresResource.class));
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
