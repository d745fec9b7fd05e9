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
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

@DisplayName("Objects in a bucket")
class ObjectsInABucketTest {

    private static final String BUCKET = "bucket";
    private static final ObjectKey INCOMING = new ObjectKey("incoming/1");
    private static final ObjectKey FINAL = new ObjectKey("private/2026/1");
    private static final ObjectHeaders PNG =
            new ObjectHeaders("image/png", "max-age=604800", "inline", Map.of());

    @TempDir private Path directory;

    private S3ProxyServer server;
    private S3Client client;
    private ObjectStore store;

    @BeforeEach
    void start() {
        server = S3ProxyServer.start();
        server.createBucket(BUCKET);
        client = server.client();
        store = server.store(client, BUCKET);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    @DisplayName("D54: are not promoted when they were swapped after the look")
    void areNotPromotedWhenTheyWereSwappedAfterTheLook() {
        var seen = write(INCOMING, "what was looked at");
        write(INCOMING, "what came afterwards");

        assertThat(store.promote(seen, FINAL, PNG)).isEqualTo(new Promotion.Swapped());
        assertThat(store.find(FINAL)).isEmpty();
    }

    @Test
    @DisplayName("D38, D42: are promoted inside the storage, with new headers")
    void arePromotedWithNewHeaders() {
        var seen = write(INCOMING, "some bytes");

        assertThat(store.promote(seen, FINAL, PNG)).isEqualTo(new Promotion.Done());

        var head = client.headObject(request -> request.bucket(BUCKET).key(FINAL.value()));
        assertThat(head.contentType()).isEqualTo("image/png");
        assertThat(head.cacheControl()).isEqualTo("max-age=604800");
        assertThat(head.contentDisposition()).isEqualTo("inline");
        assertThat(store.find(INCOMING)).isPresent();
    }

    @Test
    void areCopiedOverNoOtherFile() throws IOException {
        write(FINAL, "some bytes");
        var target = Files.writeString(directory.resolve("target"), "precious");

        assertThatThrownBy(() -> store.copyTo(FINAL, target))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(target.toString());
        assertThat(target).hasContent("precious");
    }

    @Test
    void areDeletedHoweverManyTheyAre() {
        write(INCOMING, "some bytes");
        var keys = new ArrayList<ObjectKey>();
        IntStream.range(0, 1000).mapToObj(i -> new ObjectKey("gone/" + i)).forEach(keys::add);
        keys.add(INCOMING);

        store.delete(keys);

        assertThat(store.find(INCOMING)).isEmpty();
    }

    @Test
    void areListedWithoutThoseOfOthersAndWithoutEndlessPages() {
        put("photos/A 1.jpg");
        put("photos/A 2.jpg");
        put("photos/A 3.jpg");
        put("photos/a");
        put("photos/b");
        put("photos/c d");
        var listing = listing(2);

        var first = listing.list("photos/", null);
        var second = listing.list("photos/", first.objects().getLast().key());

        assertThat(first.objects())
                .extracting(object -> object.key().value())
                .containsExactly("photos/a");
        assertThat(first.more()).isTrue();
        assertThat(second.objects())
                .extracting(object -> object.key().value())
                .containsExactly("photos/b");
    }

    private ListObjects listing(int pageSize) {
        var bucket = new Bucket(client, BUCKET, "");
        return new ListObjects(
                bucket, new ReadObjects(bucket, ProviderPreset.of("s3proxy")), pageSize);
    }

    private void put(String name) {
        client.putObject(put -> put.bucket(BUCKET).key(name), RequestBody.fromString("x"));
    }

    private StoredObject write(ObjectKey key, String content) {
        try {
            var file = Files.createTempFile(directory, "content", "");
            Files.writeString(file, content);
            return store.write(key, file, ObjectHeaders.ofType("application/octet-stream"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
