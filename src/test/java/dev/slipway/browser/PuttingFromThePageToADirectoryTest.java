package dev.slipway.browser;

import dev.slipway.flow.ByPut;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(ByPut.class)
class PuttingFromThePageToADirectoryTest extends PuttingFromThePageContract {}
