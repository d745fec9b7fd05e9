package dev.slipway.storage.local;

import dev.slipway.caller.PublicAddress;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.PutLegContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A second store on the program's directory signs the PUTs; the program takes them.
@QuarkusTest
class LocalPutLegTest extends PutLegContract {

    @Inject LocalStorage storage;
    @Inject LocalStorageConfig config;
    @Inject PublicAddress address;

    private ObjectStore store;

    @BeforeEach
    void makeStore() throws IOException {
        storage.open();
        store =
                new LocalObjectStore(
                        config.directory(),
                        config.secret(),
                        address.base(),
                        UploadMethod.PUT,
                        Clock.systemUTC());
    }

    @AfterEach
    void nothingIsLeftOnTheWay() throws IOException {
        Drafts.assertNone(config.directory());
    }

    @Override
    protected ObjectStore store() {
        return store;
    }

    @Override
    protected ObjectStore storeOfForms() {
        return storage.open();
    }

    @Override
    protected boolean takesEachObjectOnce() {
        return true;
    }
}
