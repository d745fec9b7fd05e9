package dev.slipway.reconcile;

import dev.slipway.flow.OnS3;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(OnS3.class)
class ReconcilingS3Test extends ReconcilingContract {}
