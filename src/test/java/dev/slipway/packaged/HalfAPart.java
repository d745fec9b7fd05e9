package dev.slipway.packaged;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// A part on its way: the first half has left, the other one never comes.
final class HalfAPart implements AutoCloseable {

    private final Socket connection;

    private HalfAPart(Socket connection) {
        this.connection = connection;
    }

    /// Begins a presigned PUT of these bytes.
    static HalfAPart send(String url, byte[] part) throws IOException {
        var address = URI.create(url);
        var connection = new Socket(address.getHost(), address.getPort());
        var head =
                """
                PUT %s?%s HTTP/1.1\r
                Host: %s\r
                Content-Length: %d\r
                \r
                """
                        .formatted(
                                address.getRawPath(),
                                address.getRawQuery(),
                                address.getAuthority(),
                                part.length);
        var out = connection.getOutputStream();
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(part, 0, part.length / 2);
        out.flush();
        return new HalfAPart(connection);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
