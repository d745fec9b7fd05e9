package dev.slipway.storage.s3;

import dev.slipway.storage.MultipartContract;
import dev.slipway.storage.ObjectStore;

class S3MultipartTest extends MultipartContract {

    /// S3Proxy keeps the parts of uploads that it does not know.
    @Override
    protected boolean knowsItsUploads() {
        return false;
    }

    @Override
    protected ObjectStore store() {
        return SharedBucket.store();
    }
}
