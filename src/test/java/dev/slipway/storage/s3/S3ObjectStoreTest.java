package dev.slipway.storage.s3;

import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.ObjectStoreContract;

class S3ObjectStoreTest extends ObjectStoreContract {

    @Override
    protected ObjectStore store() {
        return SharedBucket.store();
    }
}
