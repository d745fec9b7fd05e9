package dev.slipway.uppy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.DisplayName;

@QuarkusTest
@TestProfile(AccessLogOfEveryRouteTest.Logged.class)
@DisplayName("D25: an access log, in whatever pattern, with a line for each route,")
class AccessLogOfEveryRouteTest extends AccessLogContract {

    public static final class Logged extends AccessLogContract.Logged {

        public Logged() {
            super(false);
        }
    }
}
