package dev.slipway.flow;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(OnS3.class)
class UppyByTokenToS3Test extends UppyByTokenContract {}
