package dev.slipway.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Uploads in parts, over real HTTP with the addresses that the backend itself has signed. Only
/// what S3 servers agree on.
@DisplayName("D23, D24: parts come, are listed, joined and removed alike on every backend")
public abstract class MultipartContract {

    private static final int SMALLEST = 5 * 1024 * 1024;

    protected final ObjectKey key = new ObjectKey("incoming/" + UUID.randomUUID());
    protected final Instant now = Instant.now();

    protected abstract ObjectStore store();

    /// Whether the server tells an upload that has ended from one that never was, as S3 does.
    protected boolean knowsItsUploads() {
        return true;
    }

    protected final MultipartUploads uploads() {
        return store().multipart();
    }

    // --- bringing parts

    @Test
    void listsWhatHasArrivedByItsNumber() throws Exception {
        var id = begin();

        var third = send(id, 3, "three");
        var first = send(id, 1, "one");

        assertThat(uploads().parts(key, id))
                .hasValue(List.of(new Part(1, first, 3), new Part(3, third, 5)));
        assertThat(first).isEqualTo(md5("one".getBytes(UTF_8)));
        assertThat(store().find(key)).isEmpty();
    }

    @Test
    void knowsNoPartsOfAnUploadThatHasJustBegun() {
        assertThat(uploads().parts(key, begin())).hasValue(List.of());
    }

    @Test
    void takesAPartAgainInsteadOfTheFormer() throws Exception {
        var id = begin();
        send(id, 1, "former");

        var last = send(id, 1, "the last");

        assertThat(uploads().parts(key, id)).hasValue(List.of(new Part(1, last, 8)));
    }

    @Test
    void takesTheHighestPartNumber() throws Exception {
        var id = begin();

        var etag = send(id, PartTerms.MOST_PARTS, "x");

        assertThat(uploads().parts(key, id)).hasValue(List.of(new Part(10_000, etag, 1)));
    }

    @Test
    void takesABodyOfTheSignedLengthAndNoOther() throws Exception {
        var id = begin();

        assertThat(part(id, 1, 4L).body("1234").send().statusCode()).isEqualTo(200);
        for (var other : List.of("123", "12345", "")) {
            assertThat(part(id, 2, 4L).body(other).send().statusCode()).isIn(400, 403);
        }

        assertThat(uploads().parts(key, id).orElseThrow()).hasSize(1);
    }

    @Test
    void refusesAnAddressThatHasExpired() throws Exception {
        var id = begin();
        var longAgo = now.minus(Duration.ofMinutes(20));
        var terms = new PartTerms(key, id, 1, null, null, longAgo, now.minusSeconds(60));

        var answer = new PartUpload(uploads().ticket(terms)).body("x").send();

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("<Code>AccessDenied</Code>")
                .contains("<Message>Request has expired</Message>");
        assertThat(uploads().parts(key, id)).hasValue(List.of());
    }

    @Test
    void refusesAnAddressThatWasTamperedWith() throws Exception {
        var id = begin();
        var other = begin();

        var tampered =
                List.of(
                        part(id, 1, null).replacing("partNumber=1", "partNumber=2"),
                        part(id, 1, null).replacing(id, other),
                        part(id, 1, null)
                                .replacing("&X-Amz-SignedHeaders=", "&x=y&X-Amz-SignedHeaders="),
                        part(id, 1, 1L).replacing("content-length%3B", ""));
        for (var part : tampered) {
            assertThat(part.body("x").send().statusCode()).isIn(400, 403);
        }

        assertThat(uploads().parts(key, id)).hasValue(List.of());
        assertThat(uploads().parts(key, other)).hasValue(List.of());
    }

    @Test
    void keepsNothingOfAConnectionThatIsCut() throws Exception {
        var id = begin();
        for (var share : List.of(0.1, 0.5, 0.999)) {
            part(id, 1, 2_000_000L).body("x".repeat(2_000_000)).cut(share);
        }

        // Another one, so that the server has had its time to do wrong.
        send(id, 2, "x");

        assertThat(uploads().parts(key, id).orElseThrow())
                .extracting(Part::number)
                .containsExactly(2);
    }

    // --- joining them

    /// A checksum in the address would be the one of an empty body.
    @Test
    @DisplayName("U4: signs no checksum and no header that a client would have to send")
    void signsNoChecksumAndNoHeader() {
        var id = begin();
        for (var size : new Long[] {null, 5L}) {
            var ticket =
                    uploads()
                            .ticket(
                                    new PartTerms(
                                            key, id, 1, size, null, now, now.plusSeconds(60)));
            assertThat(ticket.headers()).isEmpty();
            assertThat(ticket.url().getRawQuery().toLowerCase(Locale.ROOT))
                    .contains("x-amz-signature")
                    .doesNotContain("checksum");
        }
    }

    @Test
    void joinsPartsThatCameInAnyOrder() throws Exception {
        var headers = new ObjectHeaders("image/png", null, null, Map.of("name", "grün"));
        var id = uploads().begin(key, headers, false);
        var first = random(SMALLEST);
        var second = random(SMALLEST + 1);
        send(id, 7, "the end");
        send(id, 2, second);
        send(id, 1, first);

        assertThat(complete(id)).isEqualTo(new Completion.Done());

        var object = store().find(key).orElseThrow();
        assertThat(object.size()).isEqualTo(2L * SMALLEST + 8);
        assertThat(object.contentType()).isEqualTo("image/png");
        assertThat(object.etag())
                .isEqualTo(
                        md5(md5Bytes(first), md5Bytes(second), md5Bytes("the end".getBytes(UTF_8)))
                                + "-3");
        assertThat(bytes(SMALLEST - 3, 6))
                .isEqualTo(
                        concat(
                                Arrays.copyOfRange(first, SMALLEST - 3, SMALLEST),
                                Arrays.copyOf(second, 3)));
        assertThat(new String(bytes(2L * SMALLEST + 1, 100), UTF_8)).isEqualTo("the end");
        assertThat(bytes(0, Integer.MAX_VALUE))
                .isEqualTo(concat(first, second, "the end".getBytes(UTF_8)));
    }

    @Test
    void joinsASinglePartHoweverSmall() throws Exception {
        var id = begin();
        send(id, 4, "x");

        assertThat(complete(id)).isEqualTo(new Completion.Done());

        assertThat(bytes(0, 10)).isEqualTo("x".getBytes(UTF_8));
    }

    @Test
    void joinsOnlyThePartsThatAreNamed() throws Exception {
        var id = begin();
        var named = send(id, 1, "named");
        send(id, 2, "not");

        assertThat(uploads().complete(key, id, List.of(new Part(1, named, 5))))
                .isEqualTo(new Completion.Done());

        assertThat(bytes(0, 100)).isEqualTo("named".getBytes(UTF_8));
    }

    @Test
    void promotesAndDeletesWhatWasJoinedLikeAnyOtherObject() throws Exception {
        var id = begin();
        send(id, 1, random(SMALLEST));
        send(id, 2, "the end");
        complete(id);
        var to = new ObjectKey("private/" + key.lastSegment());

        var etag = store().find(key).orElseThrow().etag();
        store().promote(Judged.object(key, etag), to, ObjectHeaders.ofType("text/plain"));
        store().delete(List.of(key));

        var promoted = store().find(to).orElseThrow();
        assertThat(promoted.size()).isEqualTo(SMALLEST + 7);
        assertThat(promoted.contentType()).isEqualTo("text/plain");
        store().delete(List.of(to));
        assertThat(store().find(to)).isEmpty();
    }

    @Test
    void joinsNoPartsThatAreNotThereAsTheyWereNamed() throws Exception {
        var id = begin();
        var etag = send(id, 1, "x");

        assertThat(uploads().complete(key, id, List.of(new Part(2, etag, 1))))
                .isInstanceOf(Completion.Refused.class);
        assertThat(uploads().complete(key, id, List.of(new Part(1, md5("y".getBytes(UTF_8)), 1))))
                .isInstanceOf(Completion.Refused.class);
        assertThat(store().find(key)).isEmpty();

        assertThat(complete(id)).isEqualTo(new Completion.Done());
    }

    @Test
    void joinsNoPartsThatAreTooSmallToBeOneOfSeveral() throws Exception {
        var id = begin();
        send(id, 1, "small");
        send(id, 2, "last");

        assertThat(complete(id)).isInstanceOf(Completion.Refused.class);

        assertThat(store().find(key)).isEmpty();
        assertThat(uploads().parts(key, id).orElseThrow()).hasSize(2);
    }

    // --- the end

    @Test
    void hasNoSuchUploadOnceItIsComplete() throws Exception {
        var id = begin();
        send(id, 1, "x");
        var parts = uploads().parts(key, id).orElseThrow();
        uploads().complete(key, id, parts);

        var again = uploads().complete(key, id, parts);

        assertThat(uploads().parts(key, id).orElse(List.of())).isEmpty();
        if (knowsItsUploads()) {
            assertThat(again).isEqualTo(new Completion.NoSuchUpload());
            assertNoSuchUpload(id);
        }
        assertThat(bytes(0, 10)).isEqualTo("x".getBytes(UTF_8));
    }

    @Test
    void hasNoSuchUploadOnceItIsAborted() throws Exception {
        var id = begin();
        var etag = send(id, 1, "x");

        uploads().abort(key, id);
        assertThatCode(() -> uploads().abort(key, id)).doesNotThrowAnyException();

        assertThat(uploads().parts(key, id).orElse(List.of())).isEmpty();
        assertThat(uploads().complete(key, id, List.of(new Part(1, etag, 1))))
                .isNotEqualTo(new Completion.Done());
        if (knowsItsUploads()) {
            assertNoSuchUpload(id);
        }
        assertThat(store().find(key)).isEmpty();
    }

    @Test
    void listsUploadsThatHaveNotEnded() throws Exception {
        var complete = begin();
        send(complete, 1, "x");
        var begun = begin();
        assertThat(unfinished(key.value())).containsExactlyInAnyOrder(complete, begun);

        complete(complete);

        assertThat(uploads().unfinished(key.value()))
                .singleElement()
                .satisfies(
                        upload -> {
                            assertThat(upload.key()).isEqualTo(key);
                            assertThat(upload.uploadId()).isEqualTo(begun);
                            assertThat(upload.begunAt())
                                    .isBetween(now.minusSeconds(60), now.plusSeconds(60));
                        });
        assertThat(unfinished("incoming/")).contains(begun).doesNotContain(complete);
        assertThat(unfinished("private/")).doesNotContain(begun);
        uploads().abort(key, begun);
        assertThat(unfinished(key.value())).isEmpty();
    }

    // ---

    private void assertNoSuchUpload(String id) throws Exception {
        var answer = part(id, 1, null).body("late").send();
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<Code>NoSuchUpload</Code>");
    }

    protected final String begin() {
        return uploads().begin(key, ObjectHeaders.ofType("text/plain"), false);
    }

    protected final PartUpload part(String id, int number, @Nullable Long size) {
        return new PartUpload(
                uploads()
                        .ticket(
                                new PartTerms(
                                        key, id, number, size, null, now, now.plusSeconds(60))));
    }

    protected final String send(String id, int number, String text) throws Exception {
        return send(id, number, text.getBytes(UTF_8));
    }

    private String send(String id, int number, byte[] bytes) throws Exception {
        var answer = part(id, number, null).body(bytes).send();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return PartUpload.etag(answer);
    }

    protected final Completion complete(String id) {
        return uploads().complete(key, id, uploads().parts(key, id).orElseThrow());
    }

    private List<String> unfinished(String prefix) {
        return uploads().unfinished(prefix).stream().map(UnfinishedUpload::uploadId).toList();
    }

    private byte[] bytes(long offset, long length) throws IOException {
        var etag = store().find(key).orElseThrow().etag();
        try (var bytes = store().open(key, etag, new ByteRange(offset, length)).orElseThrow()) {
            return bytes.readAllBytes();
        }
    }

    private static byte[] random(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static byte[] concat(byte[]... arrays) {
        var all = new byte[Arrays.stream(arrays).mapToInt(array -> array.length).sum()];
        int end = 0;
        for (var array : arrays) {
            System.arraycopy(array, 0, all, end, array.length);
            end += array.length;
        }
        return all;
    }

    private static String md5(byte[]... arrays) throws Exception {
        return HexFormat.of().formatHex(md5Bytes(concat(arrays)));
    }

    private static byte[] md5Bytes(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("MD5").digest(bytes);
    }
}
