package dev.slipway.storage.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.storage.ByteRange;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;

@DisplayName("D30: requests to servers that speak S3 as it was before 2024")
class RequestsToOlderServersTest {

    private static final ObjectKey KEY = new ObjectKey("incoming/1");
    private static final String DELETED = "<DeleteResult/>";

    private final Map<String, Headers> received = new ConcurrentHashMap<>();

    private HttpServer server;
    private S3Client client;
    private ObjectStore store;

    @BeforeEach
    // Quarkus sets these two so, and the SDK refuses some combinations
    @SuppressWarnings("deprecation")
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    received.put(exchange.getRequestMethod(), exchange.getRequestHeaders());
                    exchange.getRequestBody().readAllBytes();
                    exchange.getResponseHeaders().set("ETag", "\"e\"");
                    exchange.sendResponseHeaders(200, DELETED.length());
                    exchange.getResponseBody().write(DELETED.getBytes(UTF_8));
                    exchange.close();
                });
        server.start();
        var endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        var quarkus =
                S3Configuration.builder()
                        .pathStyleAccessEnabled(false)
                        .checksumValidationEnabled(true)
                        .build();
        client =
                S3Clients.make(
                        S3Client.builder()
                                .endpointOverride(endpoint)
                                .credentialsProvider(() -> AwsBasicCredentials.create("a", "b"))
                                .serviceConfiguration(quarkus),
                        true,
                        () -> Region.EU_CENTRAL_1);
        store = new S3ObjectStore(client, Settings.of("bucket"), Clock.systemUTC(), new Random(1));
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    @Test
    void carryNoneOfTheNewChecksums(@TempDir Path directory) throws IOException {
        var file = Files.writeString(directory.resolve("file"), "bytes");

        store.write(KEY, file, ObjectHeaders.ofType("text/plain"));
        store.open(KEY, "e", ByteRange.first(100)).orElseThrow().close();

        assertThat(received).containsOnlyKeys("PUT", "GET");
        for (var headers : received.values()) {
            assertThat(headers.keySet())
                    .extracting(name -> name.toLowerCase(Locale.ROOT))
                    .noneMatch(name -> name.contains("checksum") || name.equals("x-amz-trailer"));
        }
    }

    /// S3 wants some checksum there, and the SDK sends its new one as well.
    @Test
    void nameTheMd5OfAListToDelete() {
        store.delete(List.of(KEY));

        assertThat(received.get("POST")).containsKey("Content-md5");
    }

    @Test
    void sendBodiesAtOnce(@TempDir Path directory) throws IOException {
        var file = Files.writeString(directory.resolve("file"), "bytes");

        store.write(KEY, file, ObjectHeaders.ofType("text/plain"));

        assertThat(received.get("PUT")).containsKey("Content-length").doesNotContainKey("Expect");
    }

    /// Framed as `aws-chunked`, a body goes out in many small packets; and a server that has
    /// read what it wants may hang up before the last frame.
    @Test
    void sendBodiesAsTheyAre(@TempDir Path directory) throws IOException {
        var file = Files.writeString(directory.resolve("file"), "bytes");

        store.write(KEY, file, ObjectHeaders.ofType("text/plain"));

        assertThat(received.get("PUT"))
                .containsEntry("Content-length", List.of("5"))
                .doesNotContainKey("X-amz-decoded-content-length");
    }
}
