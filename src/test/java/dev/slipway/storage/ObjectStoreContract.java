package dev.slipway.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every [ObjectStore] promises. A backend's test extends it and says where its store is;
/// the store may hold objects of other tests.
@DisplayName("D3, D28, D29: every backend keeps what ObjectStore promises")
public abstract class ObjectStoreContract {

    private static final ObjectHeaders TEXT = ObjectHeaders.ofType("text/plain");

    private static final Promotion DONE = new Promotion.Done();
    private static final Promotion SWAPPED = new Promotion.Swapped();

    /// Every test has a folder of its own.
    private final String folder = "test/" + UUID.randomUUID() + "/";

    @TempDir Path files;

    protected abstract ObjectStore store();

    protected final ObjectKey key(String name) {
        return new ObjectKey(folder + name);
    }

    protected final StoredObject put(ObjectKey key, byte[] bytes, String type) throws IOException {
        return store().write(key, file(bytes), ObjectHeaders.ofType(type));
    }

    protected final StoredObject put(ObjectKey key, String text) throws IOException {
        return put(key, text.getBytes(UTF_8), "text/plain");
    }

    // --- find, write

    @Test
    void findsNothingWhereNothingWasWritten() {
        assertThat(store().find(key("nothing"))).isEmpty();
    }

    @Test
    void findsWhatWasWritten() throws Exception {
        var before = Instant.now().minusSeconds(60);

        var written = put(key("a.png"), "bytes".getBytes(UTF_8), "image/png");

        assertThat(written.key()).isEqualTo(key("a.png"));
        assertThat(written.size()).isEqualTo(5);
        assertThat(written.contentType()).isEqualTo("image/png");
        assertThat(written.etag()).isNotBlank().doesNotContain("\"");
        var found = store().find(key("a.png")).orElseThrow();
        assertThat(found.etag()).isEqualTo(written.etag());
        assertThat(found.size()).isEqualTo(5);
        assertThat(found.contentType()).isEqualTo("image/png");
        assertThat(found.lastModified()).isBetween(before, Instant.now().plusSeconds(60));
    }

    @Test
    void doesNotTakeTheBeginningOfAKeyForTheKey() throws Exception {
        put(key("a/b.txt"), "b");

        assertThat(store().find(key("a"))).isEmpty();
        assertThat(store().find(key("a/b"))).isEmpty();
    }

    @Test
    void replacesWhatWasThere() throws Exception {
        put(key("a"), "old content");

        var replaced = put(key("a"), "new".getBytes(UTF_8), "text/css");

        assertThat(store().find(key("a")).orElseThrow())
                .extracting(StoredObject::etag, StoredObject::size, StoredObject::contentType)
                .containsExactly(replaced.etag(), 3L, "text/css");
        assertThat(text(key("a"))).isEqualTo("new");
    }

    @Test
    void keepsAnObjectWithoutBytes() throws Exception {
        put(key("empty"), "");

        assertThat(store().find(key("empty")).orElseThrow().size()).isZero();
    }

    // --- open, copyTo

    @Test
    void opensTheBytesOfARange() throws Exception {
        var etag = put(key("a"), "0123456789").etag();

        assertThat(text(key("a"), etag, new ByteRange(0, 4))).isEqualTo("0123");
        assertThat(text(key("a"), etag, new ByteRange(3, 1))).isEqualTo("3");
        assertThat(text(key("a"), etag, new ByteRange(8, 100))).isEqualTo("89");
        assertThat(text(key("a"), etag, ByteRange.first(64 * 1024))).isEqualTo("0123456789");
    }

    @Test
    void opensNothingWhenTheContentIsAnotherOrGone() throws Exception {
        var etag = put(key("a"), "old").etag();
        put(key("a"), "new");

        assertThat(store().open(key("a"), etag, ByteRange.first(10))).isEmpty();
        assertThat(store().open(key("b"), etag, ByteRange.first(10))).isEmpty();
    }

    @Test
    void copiesAnObjectToANewFile() throws Exception {
        var bytes = new byte[3_000_000];
        new Random(1).nextBytes(bytes);
        put(key("large"), bytes, "application/octet-stream");
        var target = files.resolve("copy");

        assertThat(store().copyTo(key("large"), target)).isTrue();

        assertThat(target).hasBinaryContent(bytes);
    }

    @Test
    void makesNoFileWhenThereIsNothingToCopy() {
        var target = files.resolve("copy");

        assertThat(store().copyTo(key("nothing"), target)).isFalse();

        assertThat(target).doesNotExist();
    }

    // --- promote

    @Test
    void promotesWhatHasTheVerifiedEtagAndKeepsTheSource() throws Exception {
        var etag = put(key("from"), "content").etag();
        var headers =
                new ObjectHeaders(
                        "text/css", "private, max-age=60", "attachment", Map.of("a", "ü"));

        assertThat(store().promote(Judged.object(key("from"), etag), key("to"), headers))
                .isEqualTo(DONE);

        var promoted = store().find(key("to")).orElseThrow();
        assertThat(promoted.size()).isEqualTo(7);
        assertThat(promoted.contentType()).isEqualTo("text/css");
        assertThat(text(key("to"))).isEqualTo("content");
        assertThat(store().find(key("from")).orElseThrow())
                .extracting(StoredObject::etag, StoredObject::contentType)
                .containsExactly(etag, "text/plain");
    }

    @Test
    void promotesNothingWhenTheSourceIsAnotherOrGone() throws Exception {
        var etag = put(key("from"), "seen").etag();
        put(key("from"), "swapped");

        assertThat(store().promote(Judged.object(key("from"), etag), key("to"), TEXT))
                .isEqualTo(SWAPPED);
        assertThat(store().promote(Judged.object(key("nothing"), etag), key("to"), TEXT))
                .isEqualTo(SWAPPED);

        assertThat(store().find(key("to"))).isEmpty();
    }

    @Test
    void leavesTheTargetAloneWhenItPromotesNothing() throws Exception {
        var etag = put(key("from"), "seen").etag();
        put(key("from"), "swapped");
        put(key("to"), "finished");

        assertThat(store().promote(Judged.object(key("from"), etag), key("to"), TEXT))
                .isEqualTo(SWAPPED);

        assertThat(text(key("to"))).isEqualTo("finished");
    }

    @Test
    void promotesTheSameTwice() throws Exception {
        var etag = put(key("from"), "content").etag();

        assertThat(store().promote(Judged.object(key("from"), etag), key("to"), TEXT))
                .isEqualTo(DONE);
        assertThat(store().promote(Judged.object(key("from"), etag), key("to"), TEXT))
                .isEqualTo(DONE);

        assertThat(text(key("to"))).isEqualTo("content");
    }

    @Test
    void doesNotLetTheSourceReachThePromotedObject() throws Exception {
        var etag = put(key("from"), "verified").etag();
        store().promote(Judged.object(key("from"), etag), key("to"), TEXT);

        put(key("from"), "somebody uses the form again");
        store().delete(List.of(key("from")));

        assertThat(text(key("to"))).isEqualTo("verified");
    }

    // --- delete

    @Test
    void deletesManyAndDoesNotMindMissingOnes() throws Exception {
        put(key("a"), "a");
        put(key("b/c"), "c");
        put(key("kept"), "kept");

        store().delete(List.of(key("a"), key("b/c"), key("nothing")));
        assertThatCode(() -> store().delete(List.of(key("a")))).doesNotThrowAnyException();
        assertThatCode(() -> store().delete(List.of())).doesNotThrowAnyException();

        assertThat(store().find(key("a"))).isEmpty();
        assertThat(store().find(key("b/c"))).isEmpty();
        assertThat(text(key("kept"))).isEqualTo("kept");
    }

    @Test
    void takesAKeyAgainAfterItsDeletion() throws Exception {
        put(key("a/b"), "first");
        store().delete(List.of(key("a/b")));

        put(key("a/b"), "second");

        assertThat(text(key("a/b"))).isEqualTo("second");
    }

    // --- list

    @Test
    void listsWhatBeginsWithAPrefixInTheOrderOfTheKeys() throws Exception {
        for (var name : List.of("b", "a/z", "a-b", "a0", "a.b", "a/b/c", "a_b", "other/a")) {
            put(key(name), name);
        }

        assertThat(names(""))
                .containsExactly("a-b", "a.b", "a/b/c", "a/z", "a0", "a_b", "b", "other/a");
        assertThat(names("a/")).containsExactly("a/b/c", "a/z");
        assertThat(names("a/b")).containsExactly("a/b/c");
        assertThat(names("a")).doesNotContain("b", "other/a").hasSize(6);
        assertThat(names("nothing/")).isEmpty();
    }

    @Test
    void listsWhatComesAfterAKey() throws Exception {
        for (var name : List.of("a", "b/c", "b/d", "e")) {
            put(key(name), name);
        }

        assertThat(keys(store().list(folder, key("a")))).containsExactly("b/c", "b/d", "e");
        assertThat(keys(store().list(folder, key("b/c")))).containsExactly("b/d", "e");
        assertThat(keys(store().list(folder, key("b/cc")))).containsExactly("b/d", "e");
        assertThat(keys(store().list(folder, key("e")))).isEmpty();
    }

    @Test
    void saysInAListWhatItSaysOfTheObject() throws Exception {
        var written = put(key("a"), "content");

        var page = store().list(folder, null);

        assertThat(page.more()).isFalse();
        assertThat(page.objects())
                .singleElement()
                .extracting(StoredObject::key, StoredObject::etag, StoredObject::size)
                .containsExactly(key("a"), written.etag(), 7L);
    }

    @Test
    void listsInPagesOfAThousand() throws Exception {
        var source = file("x".getBytes(UTF_8));
        var names = IntStream.range(0, 1001).mapToObj(i -> "%04d".formatted(i)).toList();
        names.parallelStream().forEach(name -> store().write(key("many/" + name), source, TEXT));

        var first = store().list(folder + "many/", null);
        var second = store().list(folder + "many/", first.objects().getLast().key());

        assertThat(first.objects()).hasSize(1000);
        assertThat(first.more()).isTrue();
        assertThat(keys(second)).containsExactly("many/1000");
        assertThat(second.more()).isFalse();
    }

    // ---

    private List<String> names(String prefix) {
        return keys(store().list(folder + prefix, null));
    }

    private List<String> keys(ObjectPage page) {
        return page.objects().stream()
                .map(object -> object.key().value().substring(folder.length()))
                .toList();
    }

    protected final String text(ObjectKey key) {
        var etag = store().find(key).orElseThrow().etag();
        return text(key, etag, ByteRange.first(1_000_000));
    }

    private String text(ObjectKey key, String etag, ByteRange range) {
        return read(store().open(key, etag, range).orElseThrow());
    }

    protected static String read(InputStream bytes) {
        try (bytes) {
            return new String(bytes.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(files.resolve(UUID.randomUUID().toString()), bytes);
    }
}
