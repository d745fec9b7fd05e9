package dev.slipway.browser;

import dev.slipway.flow.OnALesserS3;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(OnALesserS3.class)
class PuttingFromThePageToS3Test extends PuttingFromThePageContract {}
