package dev.slipway.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.regex.Pattern;

/// ClamAV's daemon, asked with INSTREAM over TCP: chunks that begin with their length, an empty
/// one at the end, and one answer that ends with NUL (clamd(8), "COMMANDS").
final class ClamdProtocol implements ScanProtocol {

    private static final byte[] INSTREAM = "zINSTREAM\0".getBytes(US_ASCII);
    private static final int LARGEST_CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 1024;
    private static final String CLEAN = "stream: OK";
    private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");

    private final String host;
    private final int port;
    private final Duration connectTimeout;

    ClamdProtocol(String host, int port, Duration connectTimeout) {
        this.host = host;
        this.port = port;
        this.connectTimeout = connectTimeout;
    }

    @Override
    public ScanVerdict ask(Suspect suspect) throws IOException {
        try (var socket = new Socket()) {
            // looked up each time, as a container's address changes
            socket.connect(
                    new InetSocketAddress(host, port), Math.toIntExact(connectTimeout.toMillis()));
            try {
                send(suspect, socket.getOutputStream());
            } catch (IOException e) {
                throw suspect.hasFailed() ? e : cutOff(socket, e);
            }
            return verdict(answer(socket.getInputStream()));
        }
    }

    private static void send(Suspect suspect, OutputStream clamd) throws IOException {
        clamd.write(INSTREAM);
        var chunk = ByteBuffer.allocate(Integer.BYTES + LARGEST_CHUNK);
        int length;
        do {
            // never 0 before the end: that would end the stream for clamd
            length = suspect.readNBytes(chunk.array(), Integer.BYTES, LARGEST_CHUNK);
            chunk.putInt(0, length);
            clamd.write(chunk.array(), 0, Integer.BYTES + length);
        } while (length > 0);
    }

    /// Who closes the connection in the middle, as clamd does at its size limit, may have said
    /// why. That can be no verdict: it has not seen everything.
    private static IOException cutOff(Socket socket, IOException cause) {
        try {
            var answer = answer(socket.getInputStream());
            return new IOException("clamd takes no more bytes: " + readable(answer), cause);
        } catch (IOException e) {
            cause.addSuppressed(e);
            return cause;
        }
    }

    private static String answer(InputStream clamd) throws IOException {
        var bytes = new BufferedInputStream(clamd, LONGEST_ANSWER);
        var answer = new ByteArrayOutputStream();
        for (var next = bytes.read(); next != 0; next = bytes.read()) {
            if (next < 0) {
                throw new IOException("clamd closes the connection without an answer");
            }
            if (answer.size() == LONGEST_ANSWER) {
                throw new IOException("clamd's answer does not end");
            }
            answer.write(next);
        }
        return answer.toString(ISO_8859_1);
    }

    private static ScanVerdict verdict(String answer) throws IOException {
        if (answer.equals(CLEAN)) {
            return new ScanVerdict.Clean();
        }
        var found = FOUND.matcher(answer);
        if (found.matches() && ScanVerdict.Infected.isSignature(found.group(1))) {
            return new ScanVerdict.Infected(found.group(1));
        }
        throw new IOException("clamd answers: " + readable(answer));
    }

    private static String readable(String answer) {
        return answer.replaceAll("[^ -~]", "?");
    }
}
