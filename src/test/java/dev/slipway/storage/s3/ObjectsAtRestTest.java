package dev.slipway.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.storage.Checksums;
import dev.slipway.storage.Judged;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.Ticket;
import dev.slipway.storage.UploadTerms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.s3.S3Client;

@DisplayName("Objects at rest")
class ObjectsAtRestTest {

    private static final ObjectKey INCOMING = new ObjectKey("incoming/1");
    private static final ObjectKey PRIVATE = new ObjectKey("private/1/a.png");
    private static final ObjectKey PUBLIC = new ObjectKey("public/1/a.png");
    private static final ObjectHeaders PNG = ObjectHeaders.immutable("image/png", true);
    private static final String[] KMS = {
        "server-side-encryption", "aws:kms", "kms-key-id", "alias/slipway"
    };

    @TempDir private Path directory;

    private RecordingS3Fake server;
    private S3Client client;

    @BeforeEach
    void start() throws IOException {
        server = new RecordingS3Fake();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    @DisplayName("D37, U9: are encrypted with KMS, however they come")
    void areEncryptedWithKmsHoweverTheyCome() throws IOException {
        var store = store(KMS);
        bringAll(store, PRIVATE);

        assertThat(bringing()).hasSize(3).allSatisfy(ObjectsAtRestTest::assertKms);
        assertThat(form(store).fields())
                .containsEntry("x-amz-server-side-encryption", "aws:kms")
                .containsEntry("x-amz-server-side-encryption-aws-kms-key-id", "alias/slipway");
        var put = (Ticket.Put) ticket(store(and(KMS, "method", "put")));
        assertThat(put.headers())
                .containsEntry("x-amz-server-side-encryption", "aws:kms")
                .containsEntry("x-amz-server-side-encryption-aws-kms-key-id", "alias/slipway");
        assertThat(put.url().getQuery())
                .contains("x-amz-server-side-encryption;x-amz-server-side-encryption-aws-kms");
    }

    @Test
    @DisplayName("D37: are encrypted with the storage's own keys")
    void areEncryptedWithTheStoragesOwnKeys() {
        assertThat(form(store("server-side-encryption", "AES256")).fields())
                .containsEntry("x-amz-server-side-encryption", "AES256")
                .doesNotContainKey("x-amz-server-side-encryption-aws-kms-key-id");
    }

    @Test
    @DisplayName("D36: carry neither ACL nor encryption nor class that nobody has set")
    void carryNothingThatNobodyHasSet() throws IOException {
        var store = store();
        bringAll(store, PUBLIC);

        assertThat(bringing())
                .hasSize(3)
                .allSatisfy(
                        request ->
                                assertThat(request.headers().keySet())
                                        .doesNotContain(
                                                "X-amz-acl",
                                                "X-amz-server-side-encryption",
                                                "X-amz-storage-class"));
        assertThat(form(store).fields()).doesNotContainKey("acl");
    }

    @Test
    @DisplayName("D35: carry the ACL that is set")
    void carryTheAclThatIsSet() throws IOException {
        var store = store("acl", "bucket-owner-full-control");
        bringAll(store, PRIVATE);

        assertThat(bringing())
                .hasSize(3)
                .allSatisfy(
                        request ->
                                assertThat(request.all("X-amz-acl"))
                                        .containsExactly("bucket-owner-full-control"));
        assertThat(form(store).fields()).containsEntry("acl", "bucket-owner-full-control");
    }

    @Test
    @DisplayName("D35: are opened by an ACL only when they are public")
    void areOpenedByAnAclOnlyWhenTheyArePublic() throws IOException {
        var store = store("acl", "public-read");
        write(store, PUBLIC);
        write(store, PRIVATE);
        write(store, INCOMING);

        assertThat(bringing())
                .extracting(request -> request.all("X-amz-acl"))
                .containsExactly(List.of("public-read"), List.of(), List.of());
        assertThat(form(store).fields()).doesNotContainKey("acl");
    }

    @Test
    void areInTheCheapClassOnlyWhenTheyAreFinished() throws IOException {
        var store = store("storage-class", "STANDARD_IA");
        store.promote(Judged.object(INCOMING, "e"), PRIVATE, PNG);
        write(store, INCOMING);

        assertThat(bringing())
                .extracting(request -> request.all("X-amz-storage-class"))
                .containsExactly(List.of("STANDARD_IA"), List.of());
        assertThat(form(store).fields()).doesNotContainKey("x-amz-storage-class");
    }

    @Test
    @DisplayName("D38: are kept by caches for a week when they are public, or as is set")
    void areKeptByCachesForAWeekWhenTheyArePublic() throws IOException {
        write(store(), PUBLIC);
        write(store("cache-control", "public, max-age=60"), PUBLIC);
        write(store(), PRIVATE);

        assertThat(bringing())
                .extracting(request -> request.all("Cache-control"))
                .containsExactly(
                        List.of("public, max-age=604800, immutable"),
                        List.of("public, max-age=60"),
                        List.of(PNG.cacheControl()));
    }

    private static void assertKms(RecordingS3Fake.Request request) {
        assertThat(request.all("X-amz-server-side-encryption")).containsExactly("aws:kms");
        assertThat(request.all("X-amz-server-side-encryption-aws-kms-key-id"))
                .containsExactly("alias/slipway");
        assertThat(request.all("Authorization"))
                .singleElement()
                .asString()
                .contains("x-amz-server-side-encryption;");
    }

    /// Every way in which this program itself brings objects.
    private void bringAll(ObjectStore store, ObjectKey key) throws IOException {
        write(store, key);
        store.promote(Judged.object(INCOMING, "e"), key, PNG);
        store.multipart().begin(key, PNG, false);
    }

    private void write(ObjectStore store, ObjectKey key) throws IOException {
        store.write(key, Files.writeString(directory.resolve("file"), "bytes"), PNG);
    }

    private List<RecordingS3Fake.Request> bringing() {
        return server.requests().stream()
                .filter(request -> !request.line().startsWith("HEAD"))
                .toList();
    }

    private ObjectStore store(String... settings) {
        var read = Settings.of("bucket", settings);
        client = Clients.at(server.endpoint(), read, AwsBasicCredentials.create("AKID", "secret"));
        return new S3ObjectStore(client, read, Clock.systemUTC(), new Random(1));
    }

    private static String[] and(String[] settings, String name, String value) {
        return new String[] {settings[0], settings[1], settings[2], settings[3], name, value};
    }

    private static Ticket.Form form(ObjectStore store) {
        return (Ticket.Form) ticket(store);
    }

    private static Ticket ticket(ObjectStore store) {
        var now = Instant.now();
        return store.ticket(
                new UploadTerms(
                        INCOMING,
                        "image/png",
                        5,
                        5,
                        Checksums.NONE,
                        Map.of(),
                        now,
                        now.plusSeconds(60)));
    }
}
