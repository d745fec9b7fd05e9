package dev.slipway.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.problem.Refusal;
import dev.slipway.storage.Judged;
import dev.slipway.storage.LinkTerms;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.Promotion;
import dev.slipway.storage.s3.S3ProxyServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import software.amazon.awssdk.services.s3.S3Client;

@DisplayName("A faulty proxy in front of S3")
class FaultyProxyTest {

    private static final String BUCKET = "bucket";
    private static final ObjectKey KEY = new ObjectKey("incoming/1");
    private static final ObjectHeaders HEADERS = ObjectHeaders.ofType("text/plain");
    private static final String TEXT = "a text";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    static final List<Fault> HEALED_BY_A_RETRY =
            List.of(
                    Fault.CUT,
                    Fault.BREAK_OFF_EARLY,
                    Fault.INTERNAL_ERROR,
                    Fault.SLOW_DOWN,
                    Fault.TOO_MANY_REQUESTS);

    private static S3ProxyServer server;

    @TempDir private Path folder;

    private FaultyProxy proxy;
    private S3Client client;
    private ObjectStore store;
    private ObjectStore behind;

    @BeforeAll
    static void startTheServer() {
        server = S3ProxyServer.start();
        server.createBucket(BUCKET);
    }

    @AfterAll
    static void stopTheServer() {
        server.close();
    }

    @BeforeEach
    void open() {
        proxy = FaultyProxy.inFrontOf(server.endpoint());
        client = S3ProxyServer.client(proxy.endpoint());
        store = server.store(client, BUCKET);
        behind = server.store(server.client(), BUCKET);
        behind.delete(List.of(KEY));
    }

    @AfterEach
    void close() {
        client.close();
        proxy.close();
    }

    @Test
    @DisplayName("lets what is signed pass and remembers each call")
    void passesOn() throws IOException {
        var written = write();
        var promoted = new ObjectKey("private/1");
        assertThat(store.promote(Judged.object(KEY, written), promoted, HEADERS))
                .isEqualTo(new Promotion.Done());
        assertThat(store.copyTo(promoted, folder.resolve("copy"))).isTrue();
        assertThat(folder.resolve("copy")).hasContent(TEXT);
        store.delete(List.of(KEY, promoted));
        assertThat(store.list("", null).objects()).isEmpty();
        assertThat(proxy.calls())
                .extracting(Call::toString)
                .containsExactly(
                        "PUT /bucket/incoming/1",
                        "COPY /bucket/private/1",
                        "GET /bucket/private/1",
                        "DELETE incoming/1 private/1",
                        "LIST /bucket");
        assertThat(proxy.calls()).filteredOn(call -> call.isAbout("incoming/1")).hasSize(3);
    }

    @Test
    @DisplayName("answers with an error")
    void refuses() throws IOException {
        write();
        try (var trap = always(Fault.Moment.BEFORE, Fault.SLOW_DOWN)) {
            assertThat(get())
                    .startsWith("HTTP/1.1 503 ")
                    .contains("<Code>SlowDown</Code>")
                    .endsWith("</Error>");
            assertThat(trap.struck()).isEqualTo(1);
        }
        assertThat(get()).startsWith("HTTP/1.1 200 ").endsWith(TEXT);
    }

    @Test
    @DisplayName("cuts the connection without an answer")
    void cuts() throws IOException {
        write();
        try (var trap = always(Fault.Moment.AFTER, Fault.CUT)) {
            assertThat(get()).isEmpty();
            assertThat(trap.struck()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("breaks off in the body")
    void breaksOffInTheBody() throws IOException {
        write();
        try (var _ = always(Fault.Moment.AFTER, Fault.BREAK_OFF)) {
            assertThat(get()).containsIgnoringCase("content-length: 6").endsWith("\r\n\r\na t");
        }
        try (var _ = always(Fault.Moment.BEFORE, Fault.BREAK_OFF)) {
            assertThat(get())
                    .startsWith("HTTP/1.1 503 ")
                    .contains("\r\n\r\n<")
                    .doesNotContain("</E");
        }
    }

    @Test
    @DisplayName("breaks off in the headers")
    void breaksOffInTheHeaders() throws IOException {
        write();
        try (var _ = always(Fault.Moment.AFTER, Fault.BREAK_OFF_EARLY)) {
            assertThat(get()).startsWith("HTTP/1.1 200 ").doesNotContain("\r\n\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("holds a call until the fault is taken away, and then it goes on")
    void holds(Fault.Moment moment) throws Exception {
        CompletableFuture<String> answer;
        try (var trap = always(moment, Fault.TIME_OUT)) {
            answer = CompletableFuture.supplyAsync(this::write);
            trap.awaitStrike(PATIENCE);
            if (moment == Fault.Moment.AFTER) {
                proxy.awaitEffect(call -> call.operation().equals("PUT"), PATIENCE);
            }
            assertThat(behind.find(KEY).isPresent()).isEqualTo(moment == Fault.Moment.AFTER);
            assertThat(answer).isNotDone();
        }
        answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(behind.find(KEY)).isPresent();
    }

    @Test
    @DisplayName("answers late, but answers")
    void answersLate() throws IOException {
        write();
        var begin = System.nanoTime();
        try (var _ = always(Fault.Moment.BEFORE, Fault.LATE)) {
            assertThat(get()).endsWith(TEXT);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isGreaterThan(Duration.ofMillis(199));
    }

    @ParameterizedTest
    @FieldSource("HEALED_BY_A_RETRY")
    @DisplayName("fails the call in turn only: the client's next attempt succeeds")
    void failsOnce(Fault fault) {
        write();
        try (var trap = proxy.arm(head(), Fault.Turn.only(2), Fault.Moment.AFTER, fault)) {
            assertThat(store.find(KEY)).isPresent();
            assertThat(trap.struck()).isZero();
            assertThat(store.find(KEY)).isPresent();
            assertThat(trap.struck()).isEqualTo(1);
        }
        assertThat(proxy.calls()).filteredOn(head()::test).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("outlasts the client's attempts, before or after the call took effect")
    void outlastsAttempts(Fault.Moment moment) {
        for (var fault : List.of(Fault.CUT, Fault.BREAK_OFF, Fault.INTERNAL_ERROR)) {
            behind.delete(List.of(KEY));
            try (var trap = always(moment, fault)) {
                assertThatThrownBy(this::write)
                        .as(fault.toString())
                        .isInstanceOf(Refusal.class)
                        .hasMessageContaining("storage_unavailable");
                assertThat(trap.struck()).isGreaterThan(1);
            }
            assertThat(behind.find(KEY).isPresent())
                    .as(fault.toString())
                    .isEqualTo(moment == Fault.Moment.AFTER);
        }
    }

    private Trap always(Fault.Moment moment, Fault fault) {
        return proxy.arm(call -> true, Fault.Turn.EVERY, moment, fault);
    }

    private static Predicate<Call> head() {
        return call -> call.operation().equals("HEAD");
    }

    /// Through the proxy; the ETag.
    private String write() {
        try {
            var file = Files.writeString(folder.resolve("file"), TEXT);
            return store.write(KEY, file, HEADERS).etag();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All that comes over the wire when a client asks once.
    private String get() throws IOException {
        var now = Instant.now();
        var link = store.link(KEY, new LinkTerms(now, now.plusSeconds(60), "text/plain", null));
        try (var socket = new Socket(link.getHost(), link.getPort())) {
            var request =
                    Stream.of(
                                    "GET %s?%s HTTP/1.1"
                                            .formatted(link.getRawPath(), link.getRawQuery()),
                                    "Host: " + link.getAuthority(),
                                    "Connection: close")
                            .map(line -> line + "\r\n")
                            .reduce("", String::concat);
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write((request + "\r\n").getBytes(ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
