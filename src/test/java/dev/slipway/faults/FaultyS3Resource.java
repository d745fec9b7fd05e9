package dev.slipway.faults;

import dev.slipway.storage.s3.S3ProxyResource;
import dev.slipway.storage.s3.S3ProxyServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gives the program under test a real S3 server behind a [FaultyProxy], and short time-outs.
/// The proxy is put into a field of that type in the test.
public final class FaultyS3Resource implements QuarkusTestResourceLifecycleManager {

    private @Nullable S3ProxyServer server;
    private @Nullable FaultyProxy proxy;

    @Override
    public Map<String, String> start() {
        var started = S3ProxyServer.start();
        server = started;
        started.createBucket(S3ProxyResource.BUCKET);
        var faulty = FaultyProxy.inFrontOf(started.endpoint());
        proxy = faulty;
        var settings = new HashMap<>(S3ProxyResource.settings(faulty.endpoint()));
        settings.put("quarkus.s3.api-call-timeout", "8s");
        settings.put("quarkus.s3.api-call-attempt-timeout", "2500ms");
        // writing and copying have longer time-outs of their own
        settings.put("quarkus.s3.sync-client.socket-timeout", "2s");
        // longer than all of them: the answers are for the client that waits
        settings.put("slipway.finish.budget", "60s");
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(proxy, new TestInjector.MatchesType(FaultyProxy.class));
    }

    @Override
    public void stop() {
        if (proxy != null) {
            proxy.close();
        }
        if (server != null) {
            server.close();
        }
    }
}
