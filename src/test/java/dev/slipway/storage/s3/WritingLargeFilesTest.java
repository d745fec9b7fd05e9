package dev.slipway.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

@DisplayName("D144: Writing a file to a bucket")
class WritingLargeFilesTest {

    private static final int PART = 5 << 20;
    private static final ObjectKey KEY = new ObjectKey("private/2026/1/9f0c.bin");
    private static final ObjectHeaders HEADERS =
            new ObjectHeaders("image/png", "max-age=60", "inline", Map.of("title", "a"));

    @TempDir private Path directory;

    private S3ProxyServer server;
    private S3Client client;

    @BeforeEach
    void start() {
        server = S3ProxyServer.start();
        server.createBucket("writes");
        client = server.client();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    @DisplayName("D144: goes by parts above the size that one call takes")
    void goesByPartsAboveTheSizeThatOneCallTakes() throws IOException {
        var store = store(PART);
        var file = file(2 * PART + 1000);

        var written = store.write(KEY, file, HEADERS);

        var found = store.find(KEY).orElseThrow();
        assertThat(written.etag()).isEqualTo(found.etag()).endsWith("-3");
        assertThat(written.size()).isEqualTo(found.size()).isEqualTo(2 * PART + 1000);
        var copy = directory.resolve("copy");
        assertThat(store.copyTo(KEY, copy)).isTrue();
        assertThat(copy).hasSameBinaryContentAs(file);
        var head = client.headObject(request -> request.bucket("writes").key(KEY.value()));
        assertThat(head.contentType()).isEqualTo("image/png");
        assertThat(head.cacheControl()).isEqualTo("max-age=60");
        assertThat(head.contentDisposition()).isEqualTo("inline");
        assertThat(head.metadata()).containsEntry("title", "a");
        assertThat(store.multipart().unfinished("")).isEmpty();
    }

    @Test
    void goesInOneCallUpToThatSize() throws IOException {
        var store = store(PART);

        assertThat(store.write(KEY, file(PART), HEADERS).etag()).doesNotContain("-");
    }

    @Test
    void leavesNothingWhenItFails() throws IOException {
        // parts of a megabyte are too small to be joined
        var store = store(1 << 20);
        var file = file(2 * PART);

        assertThatThrownBy(() -> store.write(KEY, file, HEADERS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(KEY.value());

        assertThat(store.find(KEY)).isEmpty();
        assertThat(store.multipart().unfinished("")).isEmpty();
    }

    private ObjectStore store(int part) {
        return new S3ObjectStore(
                client,
                Settings.of("writes"),
                Clock.systemUTC(),
                new Random(1),
                new CallSizes(PART, part));
    }

    private Path file(int size) throws IOException {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return Files.write(directory.resolve("file"), bytes);
    }
}
