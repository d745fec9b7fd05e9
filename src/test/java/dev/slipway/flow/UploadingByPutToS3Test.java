package dev.slipway.flow;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(OnALesserS3.class)
class UploadingByPutToS3Test extends UploadingByPutContract {}
