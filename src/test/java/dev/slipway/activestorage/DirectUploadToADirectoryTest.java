package dev.slipway.activestorage;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(Enabled.class)
class DirectUploadToADirectoryTest extends DirectUploadContract {}
