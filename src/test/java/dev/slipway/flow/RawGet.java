package dev.slipway.flow;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A GET of an address that no client would send: as it stands, whatever stands there.
final class RawGet {

    private RawGet() {}

    /// The whole answer, from the status line on.
    static String answer(String address) throws IOException {
        try (var connection = new Socket("localhost", RestAssured.port)) {
            var head =
                    "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .formatted(address);
            connection.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
