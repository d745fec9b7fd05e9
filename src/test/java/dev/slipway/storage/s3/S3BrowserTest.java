package dev.slipway.storage.s3;

import dev.slipway.storage.BrowserContract;
import dev.slipway.storage.ObjectStore;

class S3BrowserTest extends BrowserContract {

    @Override
    protected ObjectStore store() {
        return SharedBucket.store();
    }
}
