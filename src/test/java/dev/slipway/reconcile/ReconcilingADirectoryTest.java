package dev.slipway.reconcile;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ReconcilingADirectoryTest extends ReconcilingContract {}
