package dev.slipway.activestorage;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(Enabled.OnS3.class)
class DirectUploadToS3Test extends DirectUploadContract {}
