package dev.slipway.browser;

import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The example pages and unmodified clients in Chromium, on pages of another origin. The tests
/// stand in `frontend-example/compat`; each of them is one here.
abstract class ClientsContract {

    @TestHTTPResource("/")
    URI server;

    @ConfigProperty(name = "slipway.cors.origins")
    String pages;

    /// Whether this is the storage with which it is also tried what the pages look like.
    abstract boolean looks();

    @TestFactory
    Stream<DynamicTest> inChromium() {
        return NodeTests.run(server, pages, looks());
    }
}
