package dev.slipway.storage.s3;

import dev.slipway.storage.ObjectStore;

/// One bucket on one server for the contracts; it goes with the JVM.
final class SharedBucket {

    private static final String NAME = "contracts";
    private static final ObjectStore STORE = open();

    private SharedBucket() {}

    static ObjectStore store() {
        return STORE;
    }

    private static ObjectStore open() {
        var server = S3ProxyServer.start();
        server.createBucket(NAME);
        return server.store(server.client(), NAME);
    }
}
