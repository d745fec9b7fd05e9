package dev.slipway.storage.s3;

import dev.slipway.storage.ObjectStore;

/// One bucket on one server for the contracts; it goes with the JVM.
final class SharedBucket {

    private static final String NAME = "contracts";
    private static final S3ProxyServer SERVER = start();
    private static final ObjectStore STORE = store("provider", "s3proxy");

    private SharedBucket() {}

    static ObjectStore store() {
        return STORE;
    }

    /// The same bucket with other settings, names and values in turn.
    static ObjectStore store(String... settings) {
        return SERVER.store(SERVER.client(), NAME, settings);
    }

    private static S3ProxyServer start() {
        var server = S3ProxyServer.start();
        server.createBucket(NAME);
        return server;
    }
}
