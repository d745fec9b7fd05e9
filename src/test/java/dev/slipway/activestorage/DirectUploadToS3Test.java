package dev.slipway.activestorage;

import dev.slipway.browser.ForClientsOnS3;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(ForClientsOnS3.class)
class DirectUploadToS3Test extends DirectUploadContract {}
