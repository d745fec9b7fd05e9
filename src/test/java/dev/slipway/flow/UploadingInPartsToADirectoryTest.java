package dev.slipway.flow;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import dev.slipway.PostgresResource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class UploadingInPartsToADirectoryTest extends UploadingInPartsContract {}
