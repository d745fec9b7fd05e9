package dev.slipway.storage.s3;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gives the program under test, packaged or not, a real S3 server with an empty bucket.
public final class S3ProxyResource implements QuarkusTestResourceLifecycleManager {

    public static final String BUCKET = "slipway-test";

    private @Nullable S3ProxyServer server;

    @Override
    public Map<String, String> start() {
        var started = S3ProxyServer.start();
        server = started;
        started.createBucket(BUCKET);
        return settings(started.endpoint());
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }

    /// What the program needs to work with the bucket at this address.
    public static Map<String, String> settings(URI endpoint) {
        return Map.of(
                "slipway.storage",
                "s3",
                "slipway.s3.bucket",
                BUCKET,
                "quarkus.s3.endpoint-override",
                endpoint.toString(),
                "quarkus.s3.path-style-access",
                "true",
                "quarkus.s3.aws.region",
                S3ProxyServer.REGION,
                "quarkus.s3.aws.credentials.type",
                "static",
                "quarkus.s3.aws.credentials.static-provider.access-key-id",
                S3ProxyServer.ACCESS_KEY,
                "quarkus.s3.aws.credentials.static-provider.secret-access-key",
                S3ProxyServer.SECRET_KEY);
    }
}
