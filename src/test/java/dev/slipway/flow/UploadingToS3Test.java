package dev.slipway.flow;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.DisplayName;

@QuarkusTest
@TestProfile(OnS3.class)
@DisplayName("D28 D30 D126: the same client, the same tests, a real S3 server")
class UploadingToS3Test extends UploadingContract {}
