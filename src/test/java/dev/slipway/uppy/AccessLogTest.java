package dev.slipway.uppy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.DisplayName;

@QuarkusTest
@TestProfile(AccessLogTest.Logged.class)
@DisplayName("D25: an access log, in whatever pattern, with one line for each request,")
class AccessLogTest extends AccessLogContract {

    public static final class Logged extends AccessLogContract.Logged {

        public Logged() {
            super(true);
        }
    }
}
