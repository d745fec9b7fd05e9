package dev.slipway.storage.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.storage.ByteRange;
import dev.slipway.storage.Judged;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.Promotion;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("D23: an object that came in parts reads like any other, and is never copied")
class ObjectsOfManyPiecesTest {

    private static final Instant NOW = Instant.parse("2026-01-10T12:00:00Z");
    private static final ObjectHeaders TEXT = ObjectHeaders.ofType("text/plain");

    private final ObjectKey key = new ObjectKey("incoming/1");
    private final ObjectKey promoted = new ObjectKey("private/1");

    @TempDir Path directory;

    private LocalParts node;

    @BeforeEach
    void makeStore() throws IOException {
        node = LocalParts.in(directory, NOW);
    }

    @Test
    void areReadInAnyRangeAcrossTheirBorders() throws Exception {
        join("abc", "", "d", "efgh", "", "ij");
        var whole = "abcdefghij";

        assertThat(node.store().find(key).orElseThrow().size()).isEqualTo(10);
        for (int from = 0; from <= 10; from++) {
            for (int length = 1; length <= 12; length++) {
                assertThat(read(from, length))
                        .isEqualTo(whole.substring(from, Math.min(10, from + length)));
            }
        }
    }

    @Test
    void areReadFromAnyPlaceInAnyOrder() throws Exception {
        join("abc", "", "d", "efgh");
        var pieces = node.store().objects().open(key).orElseThrow().pieces();
        var order = List.of(7, 0, 3, 2, 6, 1, 5, 4);

        var seen = new StringBuilder();
        for (var position : order) {
            var one = ByteBuffer.allocate(1);
            assertThat(pieces.read(one, position)).isEqualTo(1);
            seen.append((char) one.get(0));
        }
        pieces.close();

        assertThat(seen).hasToString("hadcgbfe");
    }

    @Test
    void areEmptyWhenAllOfThemAre() throws Exception {
        join("", "");

        assertThat(read(0, 10)).isEmpty();
        assertThat(node.store().find(key).orElseThrow().size()).isZero();
    }

    @Test
    void areCopiedToAFileAsOne() throws Exception {
        join("abc", "de");
        var file = directory.resolve("copy");

        assertThat(node.store().copyTo(key, file)).isTrue();

        assertThat(file).hasContent("abcde");
    }

    @Test
    void arePromotedAndDeletedWithoutACopyAndWithoutALeftover() throws Exception {
        join("abc", "de");

        assertThat(node.store().promote(Judged.object(key, etag()), promoted, TEXT))
                .isEqualTo(new Promotion.Done());
        assertThat(node.files("blobs"))
                .hasSize(4)
                .allSatisfy(
                        blob -> assertThat(Files.getAttribute(blob, "unix:nlink")).isEqualTo(2));
        assertThat(node.store().find(promoted).orElseThrow().etag()).isEqualTo("x-2");

        node.store().delete(List.of(key));
        assertThat(node.content(promoted)).asString().isEqualTo("abcde");
        node.store().delete(List.of(promoted));

        assertThat(node.files("blobs")).isEmpty();
        assertThat(node.files("objects")).isEmpty();
        assertThat(node.files("tmp")).isEmpty();
    }

    @Test
    void leaveNothingBehindWhenTheyAreNotPromoted() throws Exception {
        join("abc", "de");

        assertThat(node.store().promote(Judged.object(key, "other"), promoted, TEXT))
                .isEqualTo(new Promotion.Swapped());

        assertThat(node.files("blobs")).hasSize(2);
    }

    @Test
    void leaveNothingBehindWhenAnotherObjectReplacesThem() throws Exception {
        join("abc", "de");

        join("fg");

        assertThat(node.files("blobs")).hasSize(1);
        assertThat(read(0, 10)).isEqualTo("fg");
    }

    @Test
    void leaveNothingBehindWhenOneOfThemHasGone() throws Exception {
        var pieces = List.of(piece("abc"), new Piece("20260110/gone", 1));

        assertThat(node.store().objects().join(key, pieces, "x", TEXT)).isFalse();

        assertThat(node.files("blobs")).hasSize(1);
        assertThat(node.store().find(key)).isEmpty();
    }

    @Test
    void failTheirReaderWhenTheyAreDeletedMeanwhile() throws Exception {
        join("abc", "de");
        try (var bytes = node.store().open(key, etag(), ByteRange.first(10)).orElseThrow()) {
            assertThat(bytes.readNBytes(2)).asString().isEqualTo("ab");
            node.store().delete(List.of(key));

            assertThatThrownBy(bytes::readAllBytes).isInstanceOf(NoSuchFileException.class);
        }
    }

    @Test
    void areFoundInPointersOfOneBlobAsInThoseOfMany() throws Exception {
        join("abc");
        var pointer = node.files("objects").getFirst();
        var blob = node.files("blobs").getFirst();
        var name = blob.getParent().getFileName() + "/" + blob.getFileName();
        Files.writeString(
                pointer,
                """
                {"blob": "%s", "etag": "x", "size": 3, "contentType": "text/plain",
                 "metadata": {}, "lastModified": "2026-01-10T12:00:00Z", "unknown": 1}
                """
                        .formatted(name));

        assertThat(node.content(key)).asString().isEqualTo("abc");
    }

    private void join(String... parts) throws IOException {
        var pieces = new ArrayList<Piece>();
        for (var part : parts) {
            pieces.add(piece(part));
        }
        var etag = "x-" + parts.length;
        assertThat(node.store().objects().join(key, pieces, etag, TEXT)).isTrue();
        for (var piece : pieces) {
            Files.delete(directory.resolve("blobs").resolve(piece.blob()));
        }
    }

    private Piece piece(String text) throws IOException {
        var folder = Files.createDirectories(directory.resolve("blobs/20260110"));
        var file = Files.writeString(Files.createTempFile(folder, "piece", ""), text);
        return new Piece("20260110/" + file.getFileName(), text.length());
    }

    private String etag() {
        return node.store().find(key).orElseThrow().etag();
    }

    private String read(long offset, long length) throws IOException {
        var range = new ByteRange(offset, length);
        try (var bytes = node.store().open(key, etag(), range).orElseThrow()) {
            return new String(bytes.readAllBytes(), UTF_8);
        }
    }
}
