package dev.slipway.storage.local;

import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.SummedPartsContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
class LocalSummedPartsTest extends SummedPartsContract {

    @Inject LocalStorage storage;

    @Override
    protected ObjectStore store() {
        return storage.open();
    }
}
