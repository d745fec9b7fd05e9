package dev.slipway.storage.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.faults.Fault;
import dev.slipway.faults.Fault.Moment;
import dev.slipway.faults.Fault.Turn;
import dev.slipway.faults.FaultyProxy;
import dev.slipway.problem.Refusal;
import dev.slipway.storage.ByteRange;
import dev.slipway.storage.Checksums;
import dev.slipway.storage.Judged;
import dev.slipway.storage.LinkTerms;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.Part;
import dev.slipway.storage.StorageUnavailable;
import dev.slipway.storage.UploadTerms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("S3 in trouble")
class S3InTroubleTest {

    private static final ObjectKey KEY = new ObjectKey("incoming/1");
    private static final ObjectKey OTHER = new ObjectKey("private/1");
    private static final ObjectHeaders HEADERS = ObjectHeaders.ofType("image/png");

    @TempDir private Path directory;

    @Test
    void isAnOutageWhenNobodyListens() throws IOException {
        with(nobody(), store -> everyCall(store).forEach(S3InTroubleTest::assertOutage));
    }

    @Test
    void isAnOutageWhenTheServerSaysSo() throws IOException {
        answering(
                exchange -> {
                    exchange.sendResponseHeaders(503, -1);
                    exchange.close();
                },
                store -> assertOutage(() -> store.find(KEY)));
    }

    @Test
    void isAnOutageWhenTheAnswerBreaksOff() throws IOException {
        answering(
                exchange -> {
                    exchange.getResponseHeaders().set("ETag", "\"e\"");
                    exchange.sendResponseHeaders(200, 1000);
                    exchange.getResponseBody().write(new byte[10]);
                    exchange.getResponseBody().flush();
                    exchange.close();
                },
                store -> {
                    var target = directory.resolve("copy");
                    assertOutage(() -> store.copyTo(KEY, target));
                    assertThat(target).doesNotExist();
                    assertOutage(
                            () -> {
                                try (var in = store.open(KEY, "e", ByteRange.first(1000)).get()) {
                                    in.readAllBytes();
                                }
                            });
                });
    }

    @Test
    void isAnOutageWhenTheHeadersBreakOff() throws IOException {
        var file = Files.writeString(directory.resolve("file"), "text");
        try (var server = S3ProxyServer.start();
                var proxy = FaultyProxy.inFrontOf(server.endpoint());
                var client = S3ProxyServer.client(proxy.endpoint())) {
            server.createBucket("bucket");
            var store = server.store(client, "bucket");
            var etag = store.write(KEY, file, HEADERS).etag();
            try (var _ = proxy.arm(c -> true, Turn.EVERY, Moment.AFTER, Fault.BREAK_OFF_EARLY)) {
                assertOutage(() -> store.find(KEY));
                assertOutage(() -> store.open(KEY, etag, ByteRange.first(9)));
                assertOutage(() -> store.copyTo(KEY, directory.resolve("copy")));
                assertOutage(() -> store.list("incoming/", null));
                assertOutage(() -> store.promote(Judged.object(KEY, etag), OTHER, HEADERS));
                assertOutage(() -> store.write(KEY, file, HEADERS));
                assertOutage(() -> store.delete(List.of(KEY)));
            }
        }
    }

    @Test
    void isAnOutageWhenACopyFailsAfterItsStatusWasSent() throws IOException {
        var answer = "<Error><Code>InternalError</Code></Error>";
        answering(
                exchange -> {
                    if (exchange.getRequestMethod().equals("HEAD")) {
                        exchange.getResponseHeaders().set("ETag", "\"e\"");
                        exchange.getResponseHeaders().set("Content-Length", "5");
                        exchange.getResponseHeaders()
                                .set("Last-Modified", "Sat, 21 Nov 2026 10:15:30 GMT");
                        exchange.sendResponseHeaders(200, -1);
                    } else {
                        exchange.sendResponseHeaders(200, answer.length());
                        exchange.getResponseBody().write(answer.getBytes(UTF_8));
                    }
                    exchange.close();
                },
                store ->
                        assertOutage(() -> store.promote(Judged.object(KEY, "e"), OTHER, HEADERS)));
    }

    @Test
    void isAnOutageWhenOneOfSeveralObjectsCannotBeDeletedNow() throws IOException {
        var answer =
                """
                <DeleteResult><Error><Key>incoming/1</Key><Code>SlowDown</Code>\
                <Message>Please reduce your request rate.</Message></Error></DeleteResult>""";
        answering(
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(200, answer.length());
                    exchange.getResponseBody().write(answer.getBytes(UTF_8));
                    exchange.close();
                },
                store -> assertOutage(() -> store.delete(List.of(OTHER, KEY))));
    }

    @Test
    void isAskedAgainAboutAnObjectThatItListsWithoutAnETag() throws IOException {
        var answer =
                """
                <ListBucketResult><Contents><Key>incoming/1</Key></Contents></ListBucketResult>""";
        answering(
                exchange -> {
                    if (exchange.getRequestMethod().equals("HEAD")) {
                        exchange.sendResponseHeaders(404, -1);
                    } else {
                        exchange.sendResponseHeaders(200, answer.length());
                        exchange.getResponseBody().write(answer.getBytes(UTF_8));
                    }
                    exchange.close();
                },
                store -> assertThat(store.list("incoming/", null).objects()).isEmpty());
    }

    @Test
    void hindersNobodyFromSigning() throws IOException {
        with(
                nobody(),
                store -> {
                    var now = Instant.now();
                    var end = now.plusSeconds(60);
                    var terms =
                            new UploadTerms(
                                    KEY, "image/png", 1, 9, Checksums.NONE, Map.of(), now, end);

                    assertThat(store.ticket(terms).url()).hasPath("/bucket/");
                    assertThat(store.link(KEY, new LinkTerms(now, end, "image/png", null)))
                            .hasPath("/bucket/incoming/1");
                });
    }

    @Test
    void isAFaultThatSaysWhatWasAskedWhenTheCredentialsAreWrong() {
        try (var server = S3ProxyServer.start()) {
            server.createBucket("bucket");
            try (var client =
                    S3ProxyServer.client(
                            server.endpoint(), S3ProxyServer.ACCESS_KEY, "another secret")) {
                var store = server.store(client, "bucket");

                assertThatThrownBy(() -> store.find(KEY))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("403")
                        .hasMessageContaining("HEAD incoming/1");
                assertThatThrownBy(() -> store.list("incoming/", null))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("SignatureDoesNotMatch")
                        .hasMessageContaining("LIST incoming/");
            }
        }
    }

    @Test
    void isAFaultAndNoMissingObjectWhenThereIsNoSuchBucket() {
        try (var server = S3ProxyServer.start();
                var client = server.client()) {
            var store = server.store(client, "bucket");

            assertThatThrownBy(() -> store.open(KEY, "e", ByteRange.first(1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("NoSuchBucket");
        }
    }

    private Stream<ThrowingCallable> everyCall(ObjectStore store) {
        return Stream.of(
                () -> store.find(KEY),
                () -> store.open(KEY, "e", ByteRange.first(1)),
                () -> store.copyTo(KEY, directory.resolve("copy")),
                () -> store.write(KEY, Files.writeString(directory.resolve("f"), "x"), HEADERS),
                () -> store.promote(Judged.object(KEY, "e"), OTHER, HEADERS),
                () -> store.delete(List.of(KEY)),
                () -> store.list("incoming/", null),
                () -> store.multipart().begin(KEY, HEADERS, false),
                () -> store.multipart().parts(KEY, "id"),
                () -> store.multipart().complete(KEY, "id", List.of(new Part(1, "e", 1))),
                () -> store.multipart().abort(KEY, "id"),
                () -> store.multipart().unfinished("incoming/"));
    }

    private static void assertOutage(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.problem())
                                        .isInstanceOf(StorageUnavailable.class));
    }

    /// An endpoint that was free a moment ago.
    private static URI nobody() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    private static void answering(HttpHandler handler, Consumer<ObjectStore> test)
            throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var server = HttpServer.create(address, 0);
        server.createContext("/", handler);
        server.start();
        try {
            with(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), test);
        } finally {
            server.stop(0);
        }
    }

    private static void with(URI endpoint, Consumer<ObjectStore> test) {
        try (var client = S3ProxyServer.client(endpoint, "AKID", "secret")) {
            test.accept(
                    new S3ObjectStore(
                            client, Settings.of("bucket"), Clock.systemUTC(), new Random(1)));
        }
    }
}
