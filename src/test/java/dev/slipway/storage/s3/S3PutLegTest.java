package dev.slipway.storage.s3;

import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.PutLegContract;

class S3PutLegTest extends PutLegContract {

    private static final ObjectStore STORE = SharedBucket.store("method", "put");

    @Override
    protected ObjectStore store() {
        return STORE;
    }

    @Override
    protected ObjectStore storeOfForms() {
        return SharedBucket.store();
    }

    @Override
    protected boolean takesEachObjectOnce() {
        return true;
    }
}
