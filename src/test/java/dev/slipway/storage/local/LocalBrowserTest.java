package dev.slipway.storage.local;

import dev.slipway.storage.BrowserContract;
import dev.slipway.storage.ObjectStore;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
class LocalBrowserTest extends BrowserContract {

    @Inject LocalStorage storage;

    @Override
    protected ObjectStore store() {
        return storage.open();
    }
}
