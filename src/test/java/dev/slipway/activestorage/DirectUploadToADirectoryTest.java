package dev.slipway.activestorage;

import dev.slipway.browser.ForClients;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(ForClients.class)
class DirectUploadToADirectoryTest extends DirectUploadContract {}
