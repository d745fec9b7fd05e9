package dev.slipway.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.Promotion;
import dev.slipway.storage.StoredObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

@DisplayName("Copying objects inside a bucket")
class CopyingObjectsTest {

    private static final int PART = 5 << 20;
    private static final ObjectKey INCOMING = new ObjectKey("incoming/1");
    private static final ObjectKey FINAL = new ObjectKey("private/2026/1/9f0c.png");
    private static final ObjectHeaders PNG =
            new ObjectHeaders("image/png", "max-age=60", "inline", Map.of("title", "a"));

    @TempDir private Path directory;

    private S3ProxyServer server;
    private S3Client client;

    @BeforeEach
    void start() {
        server = S3ProxyServer.start();
        server.createBucket("copies");
        client = server.client();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    @DisplayName("D23: goes by parts above the size that one call copies")
    void goesByPartsAboveTheSizeThatOneCallCopies() throws IOException {
        var store = store(new CallSizes(PART, PART));
        var bytes = bytes(2 * PART + 1000);
        var seen = write(store, bytes);

        assertThat(store.promote(seen, FINAL, PNG)).isEqualTo(new Promotion.Done());

        assertThat(content(store, FINAL)).isEqualTo(bytes);
        var head = client.headObject(request -> request.bucket("copies").key(FINAL.value()));
        assertThat(head.eTag()).endsWith("-3\"");
        assertThat(head.contentType()).isEqualTo("image/png");
        assertThat(head.cacheControl()).isEqualTo("max-age=60");
        assertThat(head.contentDisposition()).isEqualTo("inline");
        assertThat(head.metadata()).containsEntry("title", "a");
        assertThat(store.multipart().unfinished("")).isEmpty();
    }

    @Test
    void goesInOneCallUpToThatSize() throws IOException {
        var store = store(new CallSizes(PART, PART));
        var seen = write(store, bytes(PART));

        assertThat(store.promote(seen, FINAL, PNG)).isEqualTo(new Promotion.Done());

        assertThat(store.find(FINAL).orElseThrow().etag()).doesNotContain("-");
    }

    @Test
    @DisplayName("D54: leaves nothing when the object is swapped between two parts")
    void leavesNothingWhenTheObjectIsSwappedMeanwhile() throws IOException {
        var store = store(CallSizes.S3);
        var bucket = new Bucket(client, "copies", "");
        write(store, bytes(2 * PART));
        var joining = new JoinParts(bucket, Settings.of("copies").atRest());
        var byParts = new CopyByParts(bucket, joining, PART);

        assertThat(byParts.copy(new CopySource(INCOMING, "swapped"), 2 * PART, FINAL, PNG))
                .isFalse();

        assertThat(store.find(FINAL)).isEmpty();
        assertThat(store.multipart().unfinished("")).isEmpty();
    }

    @Test
    void leavesNothingWhenItFails() throws IOException {
        var store = store(CallSizes.S3);
        var bucket = new Bucket(client, "copies", "");
        var seen = write(store, bytes(2 * PART));
        var joining = new JoinParts(bucket, Settings.of("copies").atRest());
        // parts of a megabyte are too small to be joined
        var byParts = new CopyByParts(bucket, joining, 1 << 20);
        var source = new CopySource(INCOMING, seen.etag());

        assertThatThrownBy(() -> byParts.copy(source, 2 * PART, FINAL, PNG))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(FINAL.value());

        assertThat(store.find(FINAL)).isEmpty();
        assertThat(store.multipart().unfinished("")).isEmpty();
    }

    @Test
    @DisplayName("D32, D54: goes to a name of its own where the provider knows no condition")
    void goesToANameOfItsOwnWhereTheProviderKnowsNoCondition() throws IOException {
        var store = store(CallSizes.S3, "conditional-copy", "false");
        var seen = write(store, bytes(1000));

        var first = copy(store.promote(seen, FINAL, PNG));
        var second = copy(store.promote(seen, FINAL, PNG));

        assertThat(List.of(first, second))
                .allSatisfy(
                        copy ->
                                assertThat(copy.value())
                                        .matches("private/2026/1/9f0c-[0-9a-f]{16}\\.png"));
        assertThat(second).isNotEqualTo(first);
        assertThat(content(store, first)).isEqualTo(bytes(1000));
        assertThat(store.find(FINAL)).isEmpty();
    }

    private static ObjectKey copy(Promotion promotion) {
        return ((Promotion.Unchecked) promotion).copy();
    }

    private ObjectStore store(CallSizes sizes, String... settings) {
        return new S3ObjectStore(
                client, Settings.of("copies", settings), Clock.systemUTC(), new Random(1), sizes);
    }

    private static byte[] bytes(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private StoredObject write(ObjectStore store, byte[] bytes) {
        try {
            var file = Files.write(directory.resolve("file"), bytes);
            return store.write(INCOMING, file, ObjectHeaders.ofType("image/png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] content(ObjectStore store, ObjectKey key) throws IOException {
        var copy = directory.resolve("copy");
        Files.deleteIfExists(copy);
        assertThat(store.copyTo(key, copy)).isTrue();
        return Files.readAllBytes(copy);
    }
}
