package dev.slipway.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongConsumer;

/// No scanner: it speaks clamd's side of the protocol, or breaks it as a test wants.
final class FakeClamd implements AutoCloseable {

    /// What it does with a connection, which is closed afterwards.
    @FunctionalInterface
    interface Talk {
        void with(DataInputStream in, OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final Queue<Socket> clients = new ConcurrentLinkedQueue<>();

    private FakeClamd(ServerSocket server) {
        this.server = server;
    }

    static FakeClamd doing(Talk talk) {
        try {
            var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            var clamd = new FakeClamd(server);
            Thread.ofVirtual().name("fake clamd").start(() -> clamd.listen(talk));
            return clamd;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Finds [Marker] in up to `limit` bytes, and tells how many it has received.
    static FakeClamd scanning(long limit, LongConsumer received) {
        return doing((in, out) -> out.write(answer(in, limit, received).getBytes(ISO_8859_1)));
    }

    /// Reads the whole stream and says this, whatever stood in it.
    static FakeClamd saying(String answer) {
        return doing(
                (in, out) -> {
                    answer(in, Long.MAX_VALUE, received -> {});
                    out.write(answer.getBytes(ISO_8859_1));
                });
    }

    /// Reads a stream and answers what it finds, as the whole of a talk.
    static void scan(DataInputStream in, OutputStream out) throws IOException {
        out.write(answer(in, Long.MAX_VALUE, received -> {}).getBytes(ISO_8859_1));
    }

    int port() {
        return server.getLocalPort();
    }

    ClamdProtocol protocol() {
        return new ClamdProtocol("127.0.0.1", server.getLocalPort(), Duration.ofSeconds(2));
    }

    private static String answer(DataInputStream in, long limit, LongConsumer received)
            throws IOException {
        if (!new String(in.readNBytes(10), ISO_8859_1).equals("zINSTREAM\0")) {
            return "UNKNOWN COMMAND\0";
        }
        var marker = new Marker();
        var total = 0L;
        for (var length = in.readInt(); length != 0; length = in.readInt()) {
            total += length;
            if (length < 0 || total > limit) {
                return "INSTREAM size limit exceeded. ERROR\0";
            }
            marker.look(in.readNBytes(length), length);
            received.accept(total);
        }
        return marker.isFound() ? "stream: " + Marker.NAME + " FOUND\0" : "stream: OK\0";
    }

    private void listen(Talk talk) {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                clients.add(client);
                Thread.ofVirtual().name("fake clamd's talk").start(() -> talk(talk, client));
            } catch (IOException e) {
                // closed, the test is over
                return;
            }
        }
    }

    private static void talk(Talk talk, Socket client) {
        try (client) {
            talk.with(new DataInputStream(client.getInputStream()), client.getOutputStream());
        } catch (IOException e) {
            // the other side has left, which is for the test to judge
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var client : clients) {
            client.close();
        }
    }
}
