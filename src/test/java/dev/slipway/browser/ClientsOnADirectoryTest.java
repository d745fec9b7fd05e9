package dev.slipway.browser;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.DisplayName;

@QuarkusTest
@TestProfile(ForClients.class)
@DisplayName("Clients, with a directory as storage")
class ClientsOnADirectoryTest extends ClientsContract {

    @Override
    boolean looks() {
        return true;
    }
}
