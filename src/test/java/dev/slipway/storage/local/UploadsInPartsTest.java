package dev.slipway.storage.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.storage.Completion;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.Part;
import dev.slipway.storage.UnfinishedUpload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two processes on one directory, either of which may be killed at any moment: its last state
/// on the disk is laid out by hand.
@DisplayName("D23, D91: a killed process leaves the upload with its parts, or the object")
class UploadsInPartsTest {

    private static final Instant NOW = Instant.parse("2026-01-10T12:00:00Z");
    private static final Completion DONE = new Completion.Done();
    private static final Completion NO_SUCH_UPLOAD = new Completion.NoSuchUpload();

    private final ObjectKey key = new ObjectKey("incoming/1");

    @TempDir Path directory;

    private LocalParts node;
    private LocalParts other;
    private String id;

    @BeforeEach
    void beginAnUpload() throws IOException {
        node = LocalParts.in(directory, NOW);
        other = LocalParts.in(directory, NOW);
        id = node.store().multipart().begin(key, ObjectHeaders.ofType("text/plain"), false);
    }

    // --- two processes

    @Test
    void areSeenByEveryProcess() throws Exception {
        var first = other.bring(key, id, 1, "bytes").orElseThrow();

        assertThat(node.store().multipart().parts(key, id)).hasValue(List.of(first));
        assertThat(other.store().multipart().unfinished(""))
                .containsExactly(new UnfinishedUpload(key, id, NOW));
        assertThat(complete(node)).isEqualTo(DONE);

        assertThat(other.content(key)).isEqualTo("bytes".getBytes(UTF_8));
        assertThat(other.bring(key, id, 2, "late")).isEmpty();
        assertThat(other.store().multipart().complete(key, id, List.of(first)))
                .isEqualTo(NO_SUCH_UPLOAD);
        assertThat(node.files("blobs")).hasSize(1);
    }

    @Test
    void keepTheirNumbersInOrder() throws Exception {
        for (int number : new int[] {10, 9, 10_000, 1}) {
            node.bring(key, id, number, "" + number);
        }

        assertThat(other.store().multipart().parts(key, id).orElseThrow())
                .extracting(Part::number)
                .containsExactly(1, 9, 10, 10_000);
    }

    @Test
    void keepTheirHeadersAsAFormWouldBringThem() throws Exception {
        var headers = new ObjectHeaders("a/b", "no-cache", "attachment", Map.of("n", "ü x"));
        id = node.store().multipart().begin(key, headers, false);
        node.bring(key, id, 1, "bytes");
        complete(other);

        var pointer = node.store().objects().find(key).orElseThrow();

        assertThat(pointer.contentType()).isEqualTo("a/b");
        assertThat(pointer.cacheControl()).isEqualTo("no-cache");
        assertThat(pointer.contentDisposition()).isEqualTo("attachment");
        assertThat(pointer.metadata()).containsExactly(Map.entry("n", "%C3%BC%20x"));
    }

    @Test
    void keepOneBlobAPartHoweverOftenItComes() throws Exception {
        node.bring(key, id, 1, "one");
        other.bring(key, id, 1, "two");

        assertThat(node.files("blobs"))
                .singleElement()
                .satisfies(b -> assertThat(b).hasContent("two"));
    }

    @Test
    void leaveNothingWhenTheyAreAborted() throws Exception {
        node.bring(key, id, 1, "one");
        node.bring(key, id, 2, "two");

        other.store().multipart().abort(key, id);

        assertNothingButObjects();
        assertThat(node.files("objects")).isEmpty();
    }

    @Test
    void leaveNothingBesideTheObjectWhenTheyAreComplete() throws Exception {
        node.bring(key, id, 1, "named");
        node.bring(key, id, 2, "not named");
        var named = node.store().multipart().parts(key, id).orElseThrow().subList(0, 1);

        assertThat(node.store().multipart().complete(key, id, named)).isEqualTo(DONE);

        assertThat(node.files("uploads")).isEmpty();
        assertThat(directory.resolve("tmp")).isEmptyDirectory();
        assertThat(node.files("blobs")).hasSize(1);
    }

    // --- killed at any moment

    @Test
    void areNotThereWhenTheirBeginningIsCutShort() throws Exception {
        var draft = Files.createDirectory(directory.resolve("tmp/draft"));
        Files.writeString(draft.resolve("upload.json"), "{\"key\": \"inco");

        assertThat(node.store().multipart().unfinished("")).hasSize(1);
        assertThat(node.store().multipart().parts(key, "draft")).isEmpty();
        assertThatADayLaterRemoves(draft);
    }

    @Test
    void haveNoPartWhoseBytesHaveNoName() throws Exception {
        var folder = Files.createDirectories(directory.resolve("blobs/20260110"));
        var nameless = Files.writeString(folder.resolve("nameless"), "bytes");

        assertThat(other.store().multipart().parts(key, id)).hasValue(List.of());
        assertThat(complete(other)).isInstanceOf(Completion.Refused.class);
        assertThatADayLaterRemoves(nameless);
    }

    @Test
    void areStillThereWhenTheirCompletionEndsBeforeThePointer() throws Exception {
        var part = node.bring(key, id, 1, "bytes").orElseThrow();
        var link = directory.resolve("blobs/20260110/link");
        Files.createLink(link, node.files("blobs").getFirst());

        assertThat(other.store().find(key)).isEmpty();
        assertThat(other.store().multipart().parts(key, id)).hasValue(List.of(part));
        assertThatADayLaterRemoves(link);
        assertThat(complete(other)).isEqualTo(DONE);
        assertThat(other.content(key)).isEqualTo("bytes".getBytes(UTF_8));
    }

    @Test
    void areCompletedToTheSameObjectWhenTheirCompletionEndsAfterThePointer() throws Exception {
        var part = node.bring(key, id, 1, "bytes").orElseThrow();
        var piece =
                node.store().objects().uploads().parts(key, id).orElseThrow().getFirst().piece();
        var etag = PartsETag.of(List.of(part.etag()));
        node.store().objects().join(key, List.of(piece), etag, ObjectHeaders.ofType("text/plain"));
        var before = other.store().find(key).orElseThrow();

        assertThat(complete(other)).isEqualTo(DONE);

        assertThat(other.store().find(key)).hasValue(before);
        assertThat(other.content(key)).isEqualTo("bytes".getBytes(UTF_8));
        assertThat(other.files("blobs")).hasSize(1);
        assertThat(other.files("uploads")).isEmpty();
    }

    @Test
    void areGoneWhenTheirEndIsCutShort() throws Exception {
        node.bring(key, id, 1, "bytes");
        var gone = directory.resolve("tmp/gone");
        Files.move(directory.resolve("uploads").resolve(id), gone);

        assertThat(other.store().multipart().parts(key, id)).isEmpty();
        assertThat(other.store().multipart().unfinished("")).isEmpty();
        assertThatADayLaterRemoves(gone);
        assertNothingButObjects();
    }

    @Test
    void areLeftToTheirOwnerHoweverOldTheyAre() throws Exception {
        node.bring(key, id, 1, "bytes");

        later().store().removeLeftovers();

        assertThat(complete(other)).isEqualTo(DONE);
        assertThat(other.content(key)).isEqualTo("bytes".getBytes(UTF_8));
    }

    @Test
    void goADayLaterWhenNobodyCanFindThem() throws Exception {
        node.bring(key, id, 1, "bytes");
        var folder = directory.resolve("uploads").resolve(id);
        Files.delete(folder.resolve("upload.json"));

        node.store().removeLeftovers();
        assertThat(folder).exists();

        assertThatADayLaterRemoves(folder);
        assertNothingButObjects();
    }

    @Test
    void whoseBytesAreLostAreRefused() throws Exception {
        node.bring(key, id, 1, "bytes");
        Files.delete(node.files("blobs").getFirst());

        assertThat(complete(node)).isInstanceOf(Completion.Refused.class);
        node.store().multipart().abort(key, id);

        assertNothingButObjects();
    }

    // ---

    private Completion complete(LocalParts node) {
        var uploads = node.store().multipart();
        return uploads.complete(key, id, uploads.parts(key, id).orElseThrow());
    }

    private LocalParts later() throws IOException {
        // files are as young as this test is
        return LocalParts.in(directory, Instant.now().plus(Duration.ofDays(3)));
    }

    private void assertThatADayLaterRemoves(Path leftover) throws IOException {
        assertThat(leftover).exists();
        later().store().removeLeftovers();
        assertThat(leftover).doesNotExist();
    }

    private void assertNothingButObjects() throws IOException {
        assertThat(node.files("blobs")).isEmpty();
        assertThat(node.files("uploads")).isEmpty();
        assertThat(directory.resolve("uploads")).isEmptyDirectory();
        assertThat(directory.resolve("tmp")).isEmptyDirectory();
    }
}
