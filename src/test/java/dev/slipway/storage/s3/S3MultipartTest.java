package dev.slipway.storage.s3;

import dev.slipway.storage.MultipartContract;
import dev.slipway.storage.ObjectStore;

class S3MultipartTest extends MultipartContract {

    @Override
    protected ObjectStore store() {
        return SharedBucket.store();
    }
}
