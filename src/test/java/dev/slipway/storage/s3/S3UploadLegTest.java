package dev.slipway.storage.s3;

import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.UploadLegContract;

class S3UploadLegTest extends UploadLegContract {

    @Override
    protected ObjectStore store() {
        return SharedBucket.store();
    }
}
