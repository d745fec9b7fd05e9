package dev.slipway.browser;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.DisplayName;

@QuarkusTest
@TestProfile(ForClientsOnS3.class)
@DisplayName("Clients, with an S3 server of another origin as storage")
class ClientsOnS3Test extends ClientsContract {

    @Override
    boolean looks() {
        return false;
    }
}
